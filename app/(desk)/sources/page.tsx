import type { Metadata } from 'next';
import { SourcesTable } from '@/components/sources/sources-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/field';
import { ListProblem, ListSearch } from '@/components/ui/list-search';
import { PageHead } from '@/components/ui/page-head';
import { PageLinks } from '@/components/ui/page-links';
import { SoftLinks } from '@/components/ui/soft-links';
import { currentContext } from '@/lib/auth/current-user';
import { mayDo } from '@/lib/domain/editorial-permissions';
import { optionsOf, SOURCE_KIND_LABELS } from '@/lib/domain/labels';
import { SOURCE_KINDS } from '@/lib/domain/vocabulary';
import { fromWire, toWire } from '@/lib/domain/wire-words';
import { listHref, readListAddress } from '@/lib/list-address';
import { pageOrFirst } from '@/lib/page-or-first';
import { listSources } from '@/lib/sources/queries';

export const metadata: Metadata = { title: 'Sources' };

const PAGE_LENGTH = 50;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SourcesPage({ searchParams }: Props) {
  const ctx = await currentContext();
  const asked = readListAddress(await searchParams);
  const kind = asked.kind === null ? null : fromWire(SOURCE_KINDS, asked.kind);
  const address = { ...asked, kind: kind && toWire(kind) };
  const {
    page: { sources, nextCursor },
    problem,
  } = await pageOrFirst(address.cursor, (cursor) =>
    listSources(ctx, {
      text: address.text ?? undefined,
      kind: kind ?? undefined,
      limit: PAGE_LENGTH,
      cursor,
    }),
  );
  const isNarrowed = address.text !== null || kind !== null || address.cursor !== null;
  const isEmpty = sources.length === 0 && !isNarrowed;
  return (
    <SoftLinks className="page">
      <div className="page-in pb-12">
        <PageHead
          title="Sources"
          facts={
            <span className="max-md:hidden">
              {isEmpty ? 'Nothing in the library yet' : 'The newest come first'}
            </span>
          }
          actions={
            mayDo(ctx.actor.role, 'add-source') && (
              <ButtonLink href="/sources/new" variant="primary" icon="plus">
                Add source
              </ButtonLink>
            )
          }
        />
        {!isEmpty && (
          <ListSearch action="/sources" label="Search sources" text={address.text ?? ''}>
            <Select
              name="kind"
              aria-label="Kind"
              size="compact"
              empty="Every kind"
              options={KINDS}
              defaultValue={address.kind ?? ''}
              className="w-auto!"
            />
          </ListSearch>
        )}
        <ListProblem problem={problem} />
        {sources.length > 0 ? (
          <SourcesTable
            sources={sources.map(
              ({
                id,
                kind,
                title,
                creator,
                publisher,
                confidentiality,
                publishedAt,
                createdAt,
                claimCount,
                derivedFromId,
              }) => ({
                id,
                kind,
                title,
                creator,
                publisher,
                confidentiality,
                publishedAt,
                createdAt,
                claimCount,
                isDerived: derivedFromId !== null,
              }),
            )}
          />
        ) : (
          <EmptyState
            title={isEmpty ? 'No sources yet' : 'No source fits'}
            action={!isEmpty && <ButtonLink href="/sources">Show all sources</ButtonLink>}
          >
            {isEmpty
              ? 'Sources come into the library when somebody attaches evidence to a claim. One that will settle several claims can be added here first.'
              : 'The search looks in titles, makers, publishers and links. A protected source is found only by those who may know it.'}
          </EmptyState>
        )}
        <PageLinks
          firstHref={
            address.cursor === null ? null : listHref('/sources', { ...address, cursor: null })
          }
          nextHref={
            nextCursor === null ? null : listHref('/sources', { ...address, cursor: nextCursor })
          }
        />
      </div>
    </SoftLinks>
  );
}

const KINDS = optionsOf(SOURCE_KINDS, SOURCE_KIND_LABELS);
