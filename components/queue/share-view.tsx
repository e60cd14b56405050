'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Copies the address of what is on screen. "Me" in it means whoever opens it. */
export function ShareView() {
  const [said, setSaid] = useState('');
  async function copy() {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid('Link copied');
    } catch {
      setSaid('Copy the address from the address bar');
    }
    setTimeout(() => setSaid(''), 4_000);
  }
  return (
    <>
      <span role="status" className="text-small text-ink-3">
        {said}
      </span>
      <Button variant="quiet" size="compact" icon="link" onClick={copy}>
        Share view
      </Button>
    </>
  );
}
