import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { sealSource } from '@/lib/domain/sealed-source';
import type { Confidentiality, Derivation, SourceKind } from '@/lib/domain/vocabulary';

export type Ancestor = {
  id: string;
  title: string;
  kind: SourceKind;
  /** How this one came from the next of the line; null: it is where the line ends. */
  derivation: Derivation | null;
};

/** Longer lines of copying are cut: nobody reads further, and a damaged one must end. */
const LONGEST_LINE = 20;

/** The line a source comes down, from itself to the first of all; empty: there is no such source. */
export async function listLineage(ctx: Context, sourceId: string): Promise<Ancestor[]> {
  type Row = Ancestor & {
    confidentiality: Confidentiality;
    addedById: string;
    creator: string | null;
    publisher: string | null;
    url: string | null;
  };
  const rows = await database().$queryRaw<Row[]>`
    WITH RECURSIVE line AS (
      SELECT so.*, 0 AS depth FROM source so WHERE so.id = ${sourceId}::uuid
      UNION ALL
      SELECT p.*, line.depth + 1 FROM line JOIN source p ON p.id = line.derived_from_id
      WHERE line.depth < ${LONGEST_LINE}
    )
    SELECT id, title, kind::text, derivation::text, confidentiality::text, added_by_id AS "addedById", creator,
      publisher, url
    FROM line ORDER BY depth`;
  return rows.map((row) => {
    const { id, title, kind, derivation } = sealSource(row, ctx.actor);
    return { id, title, kind, derivation };
  });
}
