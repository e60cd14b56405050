'use client';

import { Button, ButtonLink } from '@/components/ui/button';

/** A fault of ours. It is in the log under `digest`; its text stays there. */
export default function ErrorPage({ error, retry }: Props) {
  const digest = digestOf(error);
  return (
    <main className="page grid place-items-center px-6 py-16">
      <div className="max-w-measure" role="alert">
        <h1>This page could not be set</h1>
        <p className="mt-2 text-body text-ink-2">
          Something went wrong on our side. Nothing you saved is lost, and what you were typing is
          kept in this browser. Try again; if it happens twice, tell whoever runs your desk
          {digest ? ' and give them this number.' : '.'}
        </p>
        {digest && <p className="mt-3 font-mono text-small text-ink-3">{digest}</p>}
        <div className="mt-6 flex flex-wrap gap-2">
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/queue">Go to the queue</ButtonLink>
        </div>
      </div>
    </main>
  );
}

type Props = { error: unknown; retry: () => void };

const digestOf = (error: unknown): string | null =>
  error instanceof Error && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : null;
