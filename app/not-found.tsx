import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Not here' };

export default function NotFound() {
  return (
    <main className="page grid place-items-center px-6 py-16">
      <div className="max-w-measure">
        <p className="font-copy text-body text-ink-3 italic">deleted, or never set</p>
        <h1 className="mt-2">There is nothing at this address</h1>
        <p className="mt-2 text-body text-ink-2">
          The link may be incomplete, or it may point to something you are not allowed to see.
          Claims and stories keep their addresses for good, so check that you copied the whole of
          it.
        </p>
        <div className="mt-6 flex flex-wrap gap-2">
          <ButtonLink href="/queue" variant="primary">
            Go to the queue
          </ButtonLink>
          <ButtonLink href="/stories">Stories</ButtonLink>
        </div>
      </div>
    </main>
  );
}
