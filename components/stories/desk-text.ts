import type { Context } from '@/lib/context';
import { blockIndexAt } from '@/lib/domain/blocks';
import { THING_KINDS } from '@/lib/domain/checkable-things';
import {
  type Coverage,
  type LookedAt,
  type UnlookedPlace,
  unlookedPlaces,
} from '@/lib/domain/coverage';
import { SET_ASIDE_LABELS, whyNotUndo } from '@/lib/domain/set-aside-rules';
import type { SetAsideReason } from '@/lib/domain/vocabulary';
import type { StoryDesk } from '@/lib/stories/queries';

/** A sentence that counts; `note` says why it is set aside and by whom. */
export type DeskSentence = {
  start: number;
  end: number;
  state: LookedAt;
  note?: string;
};

/** Words set aside. `at` is ISO 8601. */
export type DeskAside = {
  id: string;
  start: number;
  end: number;
  note: string;
  at: string;
  mayUndo: boolean;
};

export type DeskBlock = StoryDesk['blocks'][number] & {
  /** Of its sentences, looked at; null: none counts. */
  percent: number | null;
};

/** The copy with what has been looked at in it, as the browser needs it: no more, since a long story is large. */
export type CopyText = {
  copy: string;
  /** BCP 47 tag of the story. */
  language: string;
  blocks: readonly DeskBlock[];
  /** Those that count: with words, and outside blocks set aside. */
  sentences: readonly DeskSentence[];
  percent: number | null;
  /** What is left to look at, in the order of the text: thousands in a long story. `unpackPlaces` reads them. */
  packedPlaces: readonly PackedPlace[];
  asides: readonly DeskAside[];
};

const PLACE_KINDS: readonly UnlookedPlace['kind'][] = [...THING_KINDS, 'SENTENCE'];

/** Start, end, and which of `PLACE_KINDS`. */
export type PackedPlace = readonly [start: number, end: number, kind: number];

export const unpackPlaces = ({ packedPlaces, blocks }: CopyText): UnlookedPlace[] =>
  packedPlaces.map(([start, end, kind]) => ({
    start,
    end,
    kind: PLACE_KINDS[kind] ?? 'SENTENCE',
    block: blockIndexAt(blocks, start),
  }));

export function deskText({ actor }: Context, story: StoryDesk): CopyText {
  const { copy, language, blocks, coverage, author } = story;
  const asides = story.setAsides.map(({ id, start, end, reason, byId, byName, at }) => ({
    id,
    start,
    end,
    note: noteOf(reason, byName),
    at: at.toISOString(),
    mayUndo: whyNotUndo(actor, author?.id ?? null, byId) === null,
  }));
  return {
    copy,
    language,
    blocks: blocks.map((block, at) => ({
      ...block,
      percent: coverage.blocks[at]?.percent ?? null,
    })),
    sentences: deskSentences(coverage, asides),
    percent: coverage.percent,
    packedPlaces: unlookedPlaces(coverage).map(
      ({ start, end, kind }) => [start, end, PLACE_KINDS.indexOf(kind)] as const,
    ),
    asides,
  };
}

function deskSentences(coverage: Coverage, asides: readonly DeskAside[]): DeskSentence[] {
  return coverage.sentences.map(({ start, end, state }) => {
    const own =
      state === 'SET_ASIDE'
        ? asides.findLast((aside) => aside.start < end && aside.end > start)
        : undefined;
    return { start, end, state, ...(own && { note: own.note }) };
  });
}

const noteOf = (reason: SetAsideReason, by: string): string =>
  `Set aside as ${SET_ASIDE_LABELS[reason].toLowerCase()} by ${by}`;
