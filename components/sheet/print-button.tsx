'use client';

import { Button } from '@/components/ui/button';

/** Prints the page as Ctrl+P does: the sheet alone. */
export function PrintButton() {
  return (
    <Button size="compact" icon="print" onClick={() => window.print()}>
      Print
    </Button>
  );
}
