import type { Option } from '@/components/ui/field';
import type { Context } from '@/lib/context';
import { listSources } from '@/lib/sources/queries';

/** How many are offered at once; the rest are looked for. */
const OFFERED = 100;

/** Sources that one may derive from, to choose from: the newest, or those with these words; never itself. */
export async function parentOptions(
  ctx: Context,
  looked: string,
  source: { id: string; derivedFrom: { id: string; title: string } | null } | null,
): Promise<Option[]> {
  const { sources } = await listSources(ctx, {
    text: looked === '' ? undefined : looked,
    limit: OFFERED,
    cursor: null,
  });
  const chosen = source?.derivedFrom ?? null;
  const offered = sources.filter(({ id }) => id !== source?.id && id !== chosen?.id);
  return [...(chosen ? [chosen] : []), ...offered].map(({ id, title }) => ({
    value: id,
    label: title,
  }));
}
