import type { Outcome, RevisionCase } from './revision-case';
import {
  another,
  type Chance,
  type Facts,
  figure,
  type Made,
  type Mark,
  makeFacts,
  oneOf,
  seeded,
  writeSentence,
} from './sentence-maker';
import type { Vocabulary } from './vocabulary';

/** A story as lists of sentences; the claim's is the one with a mark. */
type Story = string[][];
type Place = { paragraph: number; at: number };
type Draft = {
  words: Vocabulary;
  chance: Chance;
  made: Made;
  mark: Mark;
  story: Story;
  place: Place;
};

/** How a draft is revised. The outcome belongs to the kind of edit; null: this vocabulary cannot show it. */
type Edit = { kind: string; must: Outcome; revise: (draft: Draft) => Story | null };

const withFacts =
  (facts: (draft: Draft) => Partial<Facts> | null) =>
  (draft: Draft): Story | null => {
    const changes = facts(draft);
    if (changes === null) return null;
    return replaced(draft, writeSentence(draft.words, { ...draft.made.facts, ...changes }, 'NONE'));
  };

/** The same, where the claim must be found at its words: they keep their mark. */
const withMarkedFacts =
  (facts: (draft: Draft) => Partial<Facts> | null) =>
  (draft: Draft): Story | null => {
    const changes = facts(draft);
    if (changes === null) return null;
    return replaced(
      draft,
      writeSentence(draft.words, { ...draft.made.facts, ...changes }, draft.mark),
    );
  };

const replaced = ({ story, place }: Draft, sentence: string): Story =>
  story.map((paragraph, at) =>
    at === place.paragraph
      ? paragraph.map((each, index) => (index === place.at ? sentence : each))
      : paragraph,
  );

const changedDigit = (n: string, chance: Chance): string => {
  const digits = [...n].flatMap((character, at) => (/\d/.test(character) ? [at] : []));
  const at = oneOf(digits, chance);
  const digit = String((Number(n[at]) + 1 + Math.floor(chance() * 8)) % 10);
  const changed = `${n.slice(0, at)}${digit}${n.slice(at + 1)}`;
  return changed === n ? `${n}0` : changed;
};

const DECISIVE: readonly Edit[] = [
  {
    kind: 'changed digits',
    must: 'FALL',
    revise: withFacts(({ made, chance }) => ({ n: changedDigit(made.facts.n, chance) })),
  },
  { kind: 'swapped figures', must: 'FALL', revise: swapFigures },
  { kind: 'negation in', must: 'FALL', revise: withFacts(({ made }) => ({ aux: made.aux[1] })) },
  {
    kind: 'names respelled',
    must: 'FALL',
    revise: withFacts(({ made }) => ({ speaker: made.speaker[1] })),
  },
  {
    kind: 'attribution moved',
    must: 'FALL',
    revise: withFacts(({ made, words, chance }) => ({
      speaker: another(words.speakers, made.speaker, chance)[0],
    })),
  },
  {
    kind: 'attribution reworded',
    must: 'FALL',
    revise: withFacts(({ made, words, chance }) => ({
      says: another(words.says, made.facts.says, chance),
    })),
  },
  {
    kind: 'attribution dropped',
    must: 'FALL',
    revise: withFacts(() => ({ speaker: '', says: '' })),
  },
  {
    kind: 'qualifiers',
    must: 'FALL',
    revise: withFacts(({ made, words, chance }) => ({
      qualifier:
        made.facts.qualifier === '' || chance() < 0.5
          ? another(words.qualifiers, made.facts.qualifier, chance)
          : '',
    })),
  },
  {
    kind: 'units',
    must: 'FALL',
    revise: withFacts(({ made, words, chance }) => ({
      unit: another(words.units, made.facts.unit, chance),
    })),
  },
  {
    kind: 'dates',
    must: 'FALL',
    revise: withFacts(({ made, words, chance }) => ({
      date: another(words.dates, made.facts.date, chance),
    })),
  },
  {
    kind: 'quotation marks dropped',
    must: 'FALL',
    revise: withFacts(() => ({ open: '', close: '' })),
  },
  {
    kind: 'changed and moved',
    must: 'FALL',
    revise: (draft) => {
      const changed = withFacts(({ made, chance }) => ({ n: changedDigit(made.facts.n, chance) }))(
        draft,
      );
      return changed === null ? null : [...changed].reverse();
    },
  },
];

const UNTOUCHED: readonly Edit[] = [
  { kind: 'nothing', must: 'KEEP', revise: ({ story }) => story },
  {
    kind: 'edits elsewhere only',
    must: 'KEEP',
    revise: (draft) =>
      others(draft, (sentence) => sentence.replace(/\p{Nd}+/gu, '77').replace(/^(\S+) /u, '$1 ')),
  },
  {
    kind: 'other sentences rewritten',
    must: 'KEEP',
    revise: (draft) => others(draft, () => oneOf(draft.words.fillers, draft.chance)),
  },
  {
    kind: 'sentences put in',
    must: 'KEEP',
    revise: ({ story, words, chance }) =>
      story.map((paragraph) => [
        freshSentence(words, chance),
        ...paragraph,
        oneOf(words.fillers, chance),
      ]),
  },
  { kind: 'paragraphs reordered', must: 'KEEP', revise: ({ story }) => [...story].reverse() },
  {
    kind: 'paragraphs turned round',
    must: 'KEEP',
    revise: ({ story }) => [...story.slice(2), ...story.slice(0, 2)],
  },
  {
    kind: 'sentence moved',
    must: 'KEEP',
    revise: ({ story, place }) => {
      const sentence = story[place.paragraph]?.[place.at] ?? '';
      const rest = story
        .map((paragraph) => paragraph.filter((each) => each !== sentence))
        .filter((paragraph) => paragraph.length > 0);
      // Not into the headline, which has no stop.
      const to = 1 + (place.paragraph % (rest.length - 1));
      return rest.map((paragraph, at) => (at === to ? [...paragraph, sentence] : paragraph));
    },
  },
  {
    kind: 'paragraphs joined',
    must: 'KEEP',
    revise: ({ story }) => [story[0] ?? [], story.slice(1).flat()],
  },
  {
    kind: 'a paragraph for each sentence',
    must: 'KEEP',
    revise: ({ story }) => story.flat().map((sentence) => [sentence]),
  },
  {
    kind: 'headline rewritten',
    must: 'KEEP',
    revise: ({ story, words, chance }) => [[oneOf(words.headlines, chance)], ...story.slice(1)],
  },
  {
    kind: 'quote marks restyled',
    must: 'KEEP',
    revise: withMarkedFacts(({ chance }) =>
      oneOf(
        [
          { open: '"', close: '"' },
          { open: '«', close: '»' },
          { open: '„', close: '“' },
        ],
        chance,
      ),
    ),
  },
  {
    kind: 'dashes restyled',
    must: 'KEEP',
    revise: withMarkedFacts(({ chance }) => ({ dash: oneOf(['—', '-', '--'], chance) })),
  },
  { kind: 'a comma moves', must: 'KEEP', revise: withMarkedFacts(() => ({ comma: '' })) },
  {
    kind: 'no-break spaces',
    must: 'KEEP',
    revise: (draft) =>
      replaced(
        draft,
        sentenceOf(draft).replace(
          /^([^⟦]*)⟦([^⟧]*)⟧(.*)$/su,
          (_, head: string, claim: string, tail: string) =>
            `${head.replaceAll(' ', '\u00a0')}⟦${claim}⟧${tail.replace(/ (?=\S+ )/gu, '\u202f')}`,
        ),
      ),
  },
  {
    kind: 'adverbs beside',
    must: 'KEEP',
    revise: withMarkedFacts(({ words, chance }) =>
      words.adverbs.length === 0 ? null : { adverb: oneOf(words.adverbs, chance) },
    ),
  },
  {
    kind: 'typos beside',
    must: 'KEEP',
    revise: withMarkedFacts(({ made }) =>
      made.act[0] === made.act[1] ? null : { act: made.act[1] },
    ),
  },
  {
    kind: 'much at once',
    must: 'KEEP',
    revise: (draft) => {
      const story =
        withMarkedFacts(() => ({ open: '"', close: '"', dash: '—' }))(draft) ?? draft.story;
      return [
        [oneOf(draft.words.headlines, draft.chance)],
        [freshSentence(draft.words, draft.chance)],
        ...story.slice(1).reverse(),
      ];
    },
  },
];

const EQUAL: readonly Edit[] = [
  {
    kind: 'one sentence becomes two alike',
    must: 'AMBIGUOUS',
    revise: (draft) => {
      const sentence = unmarked(sentenceOf(draft));
      const fresh = () => [
        freshSentence(draft.words, draft.chance),
        sentence,
        freshSentence(draft.words, draft.chance),
      ];
      return [...without(draft), fresh(), fresh()];
    },
  },
  {
    kind: 'one of two alike is cut',
    must: 'FALL',
    revise: (draft) => {
      const sentence = unmarked(sentenceOf(draft));
      const twin = draft.story.findIndex(
        (paragraph, at) => at !== draft.place.paragraph && paragraph.includes(sentence),
      );
      return twin < 0 ? null : without(draft);
    },
  },
  {
    kind: 'cut',
    must: 'FALL',
    revise: (draft) => without(draft),
  },
];

const sentenceOf = ({ story, place }: Draft): string => story[place.paragraph]?.[place.at] ?? '';
const unmarked = (sentence: string): string => sentence.replace(/[⟦⟧]/g, '');

const without = ({ story, place }: Draft): Story =>
  story
    .map((paragraph, at) =>
      at === place.paragraph ? paragraph.filter((_, index) => index !== place.at) : paragraph,
    )
    .filter((paragraph) => paragraph.length > 0);

const others = ({ story, place }: Draft, change: (sentence: string) => string): Story =>
  story.map((paragraph, at) =>
    paragraph.map((sentence, index) =>
      at === place.paragraph && index === place.at ? sentence : change(sentence),
    ),
  );

/** The claim's figure changes places with one in the date or with one in the sentence put before. */
function swapFigures({ made, words, story, place, chance }: Draft): Story | null {
  const other = figure(chance);
  if (other === made.facts.n) return null;
  const both = (first: string, second: string) =>
    writeSentence(
      words,
      { ...made.facts, n: first, object: `${made.facts.object} (${second})` },
      'NONE',
    );
  return replaced({ words, chance, made, mark: 'NONE', story, place }, both(other, made.facts.n));
}

const freshSentence = (words: Vocabulary, chance: Chance): string =>
  writeSentence(words, makeFacts(words, chance).facts, 'NONE');

/** Revisions of every kind, `times` each as far as the vocabulary can show them: the same for the same seed. */
export function generateCases(words: Vocabulary, seed: number, times: number): RevisionCase[] {
  const chance = seeded(seed);
  const cases: RevisionCase[] = [];
  for (const edit of [...DECISIVE, ...UNTOUCHED, ...EQUAL]) {
    for (let time = 0; time < times; time++) {
      const mark: Mark = time % 3 === 2 ? 'FIGURE' : 'CLAUSE';
      const draft = makeDraft(words, chance, mark, edit.kind === 'one of two alike is cut');
      const revised = edit.revise(draft);
      if (revised === null) continue;
      const before = copyOf(draft.story);
      const after = copyOf(revised);
      if (edit.must !== 'KEEP' && before === after) continue;
      cases.push({
        kind: edit.kind,
        language: words.language,
        before,
        after: edit.must === 'KEEP' ? after : unmarked(after),
        must: edit.must,
      });
    }
  }
  return cases;
}

const copyOf = (story: Story): string => story.map((paragraph) => paragraph.join(' ')).join('\n\n');

function makeDraft(words: Vocabulary, chance: Chance, mark: Mark, hasTwin: boolean): Draft {
  const made = makeFacts(words, chance);
  const fillers = [...words.fillers].sort(() => chance() - 0.5);
  const sentence = writeSentence(words, made.facts, mark);
  const story: Story = [[oneOf(words.headlines, chance)]];
  const paragraphs = 3 + Math.floor(chance() * 2);
  for (let at = 0; at < paragraphs; at++) {
    const filler = fillers.splice(0, 1 + Math.floor(chance() * 2));
    story.push(chance() < 0.6 ? [...filler, freshSentence(words, chance)] : filler);
  }
  const paragraph = 1 + Math.floor(chance() * paragraphs);
  const own = story[paragraph] ?? [];
  const at = Math.floor(chance() * (own.length + 1));
  own.splice(at, 0, sentence);
  if (hasTwin) story[1 + (paragraph % paragraphs)]?.push(unmarked(sentence));
  return { words, chance, made, mark, story, place: { paragraph, at } };
}
