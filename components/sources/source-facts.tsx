import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Time } from '@/components/ui/time';
import { CONFIDENTIALITY_LABELS, SOURCE_KIND_LABELS } from '@/lib/domain/labels';
import type { SourceView } from '@/lib/sources/queries';

/** What is known of a source itself; what it is worth for a claim stands with the claim. */
export function SourceFacts({ source }: { source: SourceView }) {
  return (
    <section aria-labelledby="source-facts">
      <h2 id="source-facts" className="border-b border-rule-strong pb-2">
        About it
      </h2>
      <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)]">
        <Fact name="Kind">{SOURCE_KIND_LABELS[source.kind]}</Fact>
        <Fact name="Made by">{source.creator}</Fact>
        <Fact name="Publisher">{source.publisher}</Fact>
        <Fact name="Link">
          {source.url && (
            <a
              href={source.url}
              className="link break-all"
              target="_blank"
              rel="noreferrer noopener"
            >
              {source.url.replace(/^https?:\/\//, '')}
              <Icon name="open-out" size={14} className="ml-1 inline" />
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
          )}
        </Fact>
        <Fact name="Published">
          {source.publishedAt && <Time at={source.publishedAt} form="full" tabStop />}
        </Fact>
        <Fact name="Looked at">
          <Time at={source.retrievedAt} form="full" tabStop />
        </Fact>
        <Fact name="Language">{source.language}</Fact>
        <Fact name="Known to">{CONFIDENTIALITY_LABELS[source.confidentiality]}</Fact>
        <Fact name="Our own">
          {source.ownStory && (
            <a href={`/stories/${source.ownStory.id}`} className="link">
              {source.ownStory.headline}
            </a>
          )}
        </Fact>
        <Fact name="Added">
          {source.addedBy.name}, <Time at={source.createdAt} form="full" />
        </Fact>
      </dl>
    </section>
  );
}

/** Nothing where nothing is known. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <dt className="border-b border-rule py-1.5 text-ink-3">{name}</dt>
      <dd className="num border-b border-rule py-1.5" dir="auto">
        {children}
      </dd>
    </>
  );
}
