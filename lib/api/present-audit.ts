import type { z } from 'zod';
import type { HistoryShape } from '@/lib/api/audit-shapes';
import type { AuditRow } from '@/lib/audit/queries';
import type { Json } from '@/lib/domain/audit-chain';
import * as vocabulary from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

export const presentHistory = (rows: readonly AuditRow[]): z.output<typeof HistoryShape> => ({
  items: rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actor: { id: row.actorId, name: row.actorName },
    verb: row.verb,
    subject: { type: row.subjectType, id: row.subjectId },
    before: withWireWords(row.before),
    after: withWireWords(row.after),
    versionSha256: row.versionSha,
    seq: row.seq,
  })),
  nextCursor: null,
});

/** The fields of the record that hold words of the vocabulary, and which. */
const WORD_FIELDS: Readonly<Record<string, readonly string[]>> = {
  type: vocabulary.CLAIM_TYPES,
  voice: vocabulary.VOICES,
  polarity: vocabulary.POLARITIES,
  flags: vocabulary.FLAGS,
  state: vocabulary.CLAIM_STATES,
  droppedFrom: vocabulary.CLAIM_STATES,
  finding: vocabulary.FINDINGS,
  said: vocabulary.SAID_FINDINGS,
  stance: vocabulary.STANCES,
  layer: vocabulary.LAYERS,
  proximity: vocabulary.PROXIMITIES,
  kind: [...vocabulary.NOTE_KINDS, ...vocabulary.SOURCE_KINDS],
  visibility: vocabulary.VISIBILITIES,
  confidentiality: vocabulary.CONFIDENTIALITIES,
  derivation: vocabulary.DERIVATIONS,
  qualifier: vocabulary.QUALIFIERS,
  role: [...vocabulary.ATTRIBUTION_ROLES, ...vocabulary.ROLES],
  ground: vocabulary.GROUNDS,
  risk: vocabulary.RISKS,
  scope: vocabulary.STORY_SCOPES,
};

/** The record keeps the desk's own words; they travel in the API's. */
function withWireWords(value: Json, words: readonly string[] = []): Json {
  if (typeof value === 'string') return words.includes(value) ? toWire(value) : value;
  if (Array.isArray(value)) return value.map((each) => withWireWords(each, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [
      field,
      withWireWords(inner, Object.hasOwn(WORD_FIELDS, field) ? WORD_FIELDS[field] : []),
    ]),
  );
}
