'use client';

import { useState } from 'react';
import { Sign } from '@/components/ui/status-badge';

/** Is this the file that left the desk? Its hash is computed here; the file goes nowhere. */
export function CheckFile({ exports }: Props) {
  const [answer, setAnswer] = useState<Answer | null>(null);

  async function check(file: File | undefined) {
    if (file === undefined) return;
    setAnswer({ kind: 'reading', name: file.name });
    try {
      const sha256 = await sha256Of(file);
      const known = exports.find((each) => each.sha256 === sha256);
      setAnswer({ kind: 'read', name: file.name, sha256, known: known?.words ?? null });
    } catch {
      setAnswer({ kind: 'unreadable', name: file.name });
    }
  }

  return (
    <div className="mt-4">
      <label htmlFor="check-file" className="mb-1 block font-medium">
        Check a file
      </label>
      <input
        id="check-file"
        type="file"
        accept=".xlsx,.csv,.zip,.json"
        onChange={(event) => check(event.currentTarget.files?.[0])}
        className="block w-full text-small file:mr-2 file:h-compact file:cursor-pointer file:rounded-control file:border file:border-edge file:bg-sheet file:px-2.5 file:font-medium file:text-ink"
        aria-describedby="check-file-hint"
      />
      <p id="check-file-hint" className="mt-1 text-small text-ink-3">
        Compares its SHA-256 with the exports above. The file stays on your machine.
      </p>
      <div role="status" className="mt-2">
        {answer && <Said answer={answer} />}
      </div>
    </div>
  );
}

type Props = { exports: readonly { sha256: string; words: string }[] };

type Answer =
  | { kind: 'reading'; name: string }
  | { kind: 'unreadable'; name: string }
  | { kind: 'read'; name: string; sha256: string; known: string | null };

function Said({ answer }: { answer: Answer }) {
  switch (answer.kind) {
    case 'reading':
      return <p>Reading {answer.name}</p>;
    case 'unreadable':
      return <p>{answer.name} could not be read here. Choose it again.</p>;
    case 'read':
      return (
        <>
          {answer.known === null ? (
            <Sign icon="warn" tint="tint-warn" word="Not a file of this list" />
          ) : (
            <Sign icon="tick" tint="tint-good" word="Unchanged since export" />
          )}
          <p className="mt-1">
            {answer.known ??
              `${answer.name} was changed after it left the desk, or is no export of this story.`}
          </p>
          <p className="mt-1 font-mono text-micro break-all text-ink-3">{answer.sha256}</p>
        </>
      );
  }
}

/** Lower-case hex. Browsers offer this on https and on localhost alone; elsewhere it throws. */
async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
