'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useForm } from '@/components/ui/form-context';
import { FormMessage } from '@/components/ui/form-message';

/**
 * The answer of a form whose action answers a secret: shown here, this once, to be copied. `done` is said when there
 * is none to show; refusals stand as in any form.
 */
export function ShownOnce({ label, about, done }: Props) {
  const { state } = useForm();
  const secret = state?.ok === true ? state.message : null;
  if (state?.ok === true && secret === null)
    return <FormMessage state={{ ...state, message: done }} />;
  return (
    <>
      <FormMessage state={state?.ok === false ? state : null} />
      <div role="status">
        {secret !== null && (
          <div className="border-l-3 border-blue py-1 pl-3">
            <p className="font-medium">{about}</p>
            <div className="mt-2 flex flex-wrap items-center gap-2">
              <code className="min-w-0 font-mono text-body break-all select-all">{secret}</code>
              <CopyButton text={secret} label={label} />
            </div>
          </div>
        )}
      </div>
    </>
  );
}

type Props = { label: string; about: string; done: string };

function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setIsCopied] = useState(false);
  // Browsers keep the clipboard from pages that came without encryption; the words can still be selected.
  if (typeof navigator !== 'undefined' && !navigator.clipboard) return null;
  return (
    <Button
      size="compact"
      aria-label={isCopied ? `${label} copied` : `Copy ${label.toLowerCase()}`}
      onClick={() => navigator.clipboard.writeText(text).then(() => setIsCopied(true))}
    >
      {isCopied ? 'Copied' : 'Copy'}
    </Button>
  );
}
