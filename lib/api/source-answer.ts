import { presentSource } from '@/lib/api/present-source';
import type { Context } from '@/lib/context';
import { Refusal } from '@/lib/errors';
import { getSource, type SourceView } from '@/lib/sources/queries';

/** The source as the caller may see it, or a refusal. */
export async function sourceOrRefuse(ctx: Context, sourceId: string): Promise<SourceView> {
  const source = await getSource(ctx, sourceId);
  if (source === null)
    throw new Refusal('not-found', 'This source is not in the library. Look at its id again.');
  return source;
}

export const sourceReply = (source: SourceView) => ({
  body: presentSource(source),
  version: source.version,
});
