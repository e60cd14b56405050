import type { z } from 'zod';
import type { CoverageShape } from '@/lib/api/story-shapes';
import type { SetAsideRow } from '@/lib/coverage/queries';
import type { CoveredSentence, CoveredThing, LookedAt } from '@/lib/domain/coverage';
import { toWire } from '@/lib/domain/wire-words';
import type { StoryDesk } from '@/lib/stories/queries';

type Answer = z.output<typeof CoverageShape>;
type Item = Answer['items'][number];

/** Every sentence followed by the things in it; page furniture is no part of it. */
export const presentCoverage = ({ coverage, setAsides }: StoryDesk): Answer => ({
  percent: coverage.percent,
  items: coverage.sentences.flatMap((sentence) => [
    item('sentence', sentence),
    ...sentence.things.map((thing) => item(toWire(thing.kind), thing)),
  ]),
  setAside: setAsides.map(presentSetAside),
});

export const presentSetAside = (row: SetAsideRow): Answer['setAside'][number] => ({
  id: row.id,
  start: row.start,
  end: row.end,
  exact: row.exact,
  reason: toWire(row.reason),
  by: { id: row.byId, name: row.byName },
  at: row.at.toISOString(),
});

const item = (
  kind: Item['kind'],
  { start, end, state, reason }: CoveredSentence | CoveredThing,
): Item => ({
  start,
  end,
  kind,
  state: STATES[state],
  ...(reason !== null && { reason: toWire(reason) }),
});

const STATES: Readonly<Record<LookedAt, Item['state']>> = {
  CLAIMED: 'claimed',
  SET_ASIDE: 'set-aside',
  UNLOOKED: 'unlooked-at',
};
