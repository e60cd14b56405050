import type { AuditEntry } from '@/lib/audit/event';
import type { Json } from '@/lib/domain/audit-chain';
import { maySeeSource, nameSealer } from '@/lib/domain/sealed-source';
import type { Confidentiality, Role } from '@/lib/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client';

/** The protected source that an event is about, itself or through evidence from it; null: there is none. */
export type EventSource = {
  confidentiality: Confidentiality;
  addedById: string;
  title: string;
  creator: string | null;
  publisher: string | null;
  url: string | null;
} | null;

type Event = { subjectType: AuditEntry['subject']['type']; before: Json; after: Json };

/** For a query of events `e`: `source` is an `EventSource`, from the tables that `JOINED` adds. */
export const EVENT_SOURCE = {
  SELECTED: Prisma.sql`CASE WHEN so.id IS NOT NULL THEN json_build_object('confidentiality', so.confidentiality,
      'addedById', so.added_by_id, 'title', so.title, 'creator', so.creator, 'publisher', so.publisher,
      'url', so.url) END AS source`,
  JOINED: Prisma.sql`LEFT JOIN evidence ev ON e.subject_type = 'evidence' AND ev.id = e.subject_id
    LEFT JOIN source so ON so.confidentiality = 'PROTECTED'
      AND so.id = CASE e.subject_type WHEN 'source' THEN e.subject_id ELSE ev.source_id END`,
};

/** What evidence says in words of its own, most of which would name its source. */
const TELLING = ['origin', 'excerpt', 'locator', 'authorityReason', 'translator'];

/**
 * The event as `reader` may read it. What happened stays; what would tell who a protected source is does not.
 * The stored row keeps all of it, and its hash is over that.
 */
export function sealEvent<Row extends Event & { source: EventSource }>(
  { source, ...event }: Row,
  reader: { id: string; role: Role },
): Omit<Row, 'source'> {
  if (source === null || maySeeSource(reader, source)) return event;
  const seal = event.subjectType === 'source' ? fieldsAlone : withoutTelling(source);
  return { ...event, before: seal(event.before), after: seal(event.after) };
}

/** As the record of a protected source is written: which fields, and nothing of what stood in them. */
const fieldsAlone = (value: Json): Json =>
  !isObject(value) || Array.isArray(value['fields']) ? value : { fields: Object.keys(value) };

function withoutTelling(source: NonNullable<EventSource>): (value: Json) => Json {
  const seal = nameSealer(source);
  return (value) =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([field]) => !TELLING.includes(field))
            .map(([field, inner]) => [field, typeof inner === 'string' ? seal(inner) : inner]),
        )
      : value;
}

const isObject = (value: Json): value is { [member: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
