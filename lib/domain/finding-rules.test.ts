import { describe, expect, it } from 'vitest';
import type { ClaimFacts } from './claim-moves';
import { findingBlockers } from './finding-rules';
import { claim, evidence, note } from './test-facts';
import { FINDINGS, STANCES } from './vocabulary';

/** The case in newsroom prose, what is spoiled, and how each sentence in the way begins; none: nothing is. */
type Case = readonly [what: string, but: Partial<ClaimFacts>, inTheWay: readonly string[]];

function check(cases: readonly Case[]) {
  it.each(cases)('%s', (_what, but, inTheWay) => {
    const sentences = findingBlockers(claim(but));
    expect(sentences).toHaveLength(inTheWay.length);
    for (const [i, beginning] of inTheWay.entries()) expect(sentences[i]).toContain(beginning);
    for (const sentence of sentences) expect(sentence).toMatch(/^[“\p{Lu}\d].*\.$/su);
  });
}

const NO_SUPPORT = '“Verified” needs a source that supports the claim.';
const against = (but = {}) => evidence({ stance: 'REFUTES', ...but });
/** Second-hand, as most reports are. */
const report = (but = {}) =>
  evidence({ proximity: 'SECONDARY', sourceKind: 'NEWS_REPORT', ...but });

describe('nothing is found yet', () => {
  check([
    ['a claim of our own without a finding', { finding: 'NONE' }, ['“Is it so?” has no finding']],
    [
      'an attributed claim without either answer',
      {
        finding: 'NONE',
        voice: 'ATTRIBUTED',
        attribution: [{ party: 'Air force', role: 'SPEAKER' }],
      },
      ['“Was it said?” has no finding', '“Is it so?” has no finding'],
    ],
  ]);
});

describe('verified wants accepted evidence with its words and their place (I2)', () => {
  check([
    ['one good source', {}, []],
    ['no evidence at all', { evidence: [] }, [NO_SUPPORT]],
    ...STANCES.filter((stance) => !['SUPPORTS', 'REFUTES', 'REFUTES_PART'].includes(stance)).map(
      (stance): Case => [
        `only evidence of the kind ${stance}`,
        { evidence: [evidence({ stance })] },
        [NO_SUPPORT],
      ],
    ),
    [
      'a source without its words',
      { evidence: [evidence({ hasExcerpt: false })] },
      ['The supporting evidence lacks the words of the source.'],
    ],
    [
      'a source without the place of its words',
      { evidence: [evidence({ hasLocator: false })] },
      ['The supporting evidence lacks the place where its words stand.'],
    ],
    [
      'a source with neither',
      { evidence: [evidence({ hasExcerpt: false, hasLocator: false })] },
      [
        'The supporting evidence lacks the words of the source and the place where its words stand.',
      ],
    ],
    [
      'one source with the words, another with the place',
      { evidence: [evidence({ hasLocator: false }), evidence({ hasExcerpt: false })] },
      ['The supporting evidence lacks its words together with their place.'],
    ],
    [
      'one complete source beside one without words',
      { evidence: [evidence({ hasExcerpt: false }), evidence()] },
      [],
    ],
    [
      'a reporter’s evidence that nobody has looked at',
      { evidence: [evidence({ isAccepted: false })] },
      ['1 piece of evidence from a reporter waits to be accepted or removed.', NO_SUPPORT],
    ],
    [
      'good evidence beside two pieces of a reporter’s',
      {
        evidence: [evidence(), evidence({ isAccepted: false }), evidence({ isAccepted: false })],
      },
      ['2 pieces of evidence from a reporter wait to be accepted or removed.'],
    ],
    [
      'evidence against it',
      { evidence: [evidence(), against()] },
      ['1 piece of evidence against is unresolved.'],
    ],
    [
      'evidence against a part of it, and more against all of it',
      { evidence: [evidence(), evidence({ stance: 'REFUTES_PART' }), against()] },
      ['2 pieces of evidence against are unresolved.'],
    ],
    [
      'evidence against it without words or place is still against it',
      { evidence: [evidence(), against({ hasExcerpt: false, hasLocator: false })] },
      ['1 piece of evidence against is unresolved.'],
    ],
    [
      'a reporter’s evidence against it counts before it is accepted',
      { evidence: [evidence(), against({ isAccepted: false })] },
      ['1 piece of evidence from a reporter waits', '1 piece of evidence against is unresolved.'],
    ],
    [
      'evidence against it that somebody has answered',
      { evidence: [evidence(), against({ isResolved: true })] },
      [],
    ],
    [
      'only resolved evidence against it',
      { evidence: [against({ isResolved: true })] },
      [NO_SUPPORT],
    ],
  ]);
});

describe('a central or defamatory claim wants more (I3)', () => {
  const central = (but: Partial<ClaimFacts>): Partial<ClaimFacts> => ({
    flags: ['CENTRAL'],
    ...but,
  });
  check([
    [
      'one first-hand source fit to settle it',
      central({ evidence: [evidence({ authoritative: true })] }),
      [],
    ],
    [
      'one first-hand source that is not',
      central({ evidence: [evidence()] }),
      [
        'A central claim needs one primary source fit to settle it, or two independent origins. It has 1 origin.',
      ],
    ],
    [
      'a second-hand source fit to settle it is not enough',
      central({ evidence: [report({ authoritative: true })] }),
      ['or three independent origins while all its sources are second-hand. It has 1 origin.'],
    ],
    [
      'a first-hand source fit to settle it, but without its words',
      central({ evidence: [evidence({ authoritative: true, hasExcerpt: false }), report()] }),
      ['or three independent origins while all its sources are second-hand. It has 1 origin.'],
    ],
    ['two origins, one first-hand', central({ evidence: [evidence(), report()] }), []],
    [
      'two origins, both second-hand',
      central({ evidence: [report(), report()] }),
      ['or three independent origins while all its sources are second-hand. It has 2 origins.'],
    ],
    ['three origins, all second-hand', central({ evidence: [report(), report(), report()] }), []],
    [
      'a first-hand source against it does not soften the rule',
      central({ evidence: [report(), report(), against({ isResolved: true })] }),
      ['or three independent origins'],
    ],
    [
      'support in part is no proof',
      central({ evidence: [evidence(), evidence({ stance: 'SUPPORTS_PART' })] }),
      ['It has 1 origin.'],
    ],
    [
      'defamatory comes before central in the sentence',
      { flags: ['CENTRAL', 'DEFAMATORY'] },
      ['A defamatory claim needs one primary source'],
    ],
    ['sensitive alone asks for no more', { flags: ['SENSITIVE', 'MINOR'] }, []],
    [
      'three reports that go back to one post',
      central({ evidence: ['a', 'b', 'c'].map(() => report({ originId: 'air force post' })) }),
      ['It has 1 origin.'],
    ],
    [
      'reports that name no origin are told to',
      central({ evidence: [evidence(), report({ originId: null }), report({ originId: null })] }),
      ['It has 1 origin. 2 sources name no origin: say where they go back to.'],
    ],
    [
      'one report that names no origin',
      central({ evidence: [report({ originId: null })] }),
      ['It has 1 origin. 1 source names no origin: say where it goes back to.'],
    ],
    [
      'two first-hand sources that name no origin are two',
      central({ evidence: [evidence({ originId: null }), evidence({ originId: null })] }),
      [],
    ],
  ]);
});

describe('our own text, and what derives from it, never counts (I4)', () => {
  check([
    [
      'the text itself is the only support',
      { evidence: [evidence({ isOwnText: true })] },
      ['The only support is this text itself, or derives from it.'],
    ],
    [
      'the text itself beside a good source',
      { evidence: [evidence({ isOwnText: true }), evidence()] },
      [],
    ],
    [
      'a partner’s rewrite of our text is no second origin',
      { flags: ['CENTRAL'], evidence: [evidence(), report({ isOwnText: true })] },
      ['It has 1 origin.'],
    ],
    [
      'our own text does not speak against itself',
      { evidence: [evidence(), against({ isOwnText: true })] },
      [],
    ],
    [
      'our own text does not show that it was said',
      {
        voice: 'ATTRIBUTED',
        said: 'PARAPHRASE',
        attribution: [{ party: 'Air force', role: 'SPEAKER' }],
        evidence: [evidence(), evidence({ isOwnText: true, layer: 'SAID' })],
      },
      ['“Was it said?” needs evidence that it was said'],
    ],
    [
      'nor is it one of the two sides of a dispute',
      { finding: 'DISPUTED', evidence: [evidence(), against({ isOwnText: true })] },
      ['“Disputed” needs both sides: evidence against is missing.'],
    ],
  ]);
});

describe('that somebody said it does not make it so (I5)', () => {
  check([
    [
      'only evidence that it was said',
      { evidence: [evidence({ layer: 'SAID' })] },
      ['The evidence shows that it was said, not that it is so.'],
    ],
    [
      'ten people who said it',
      { evidence: Array.from({ length: 10 }, () => evidence({ layer: 'SAID' })) },
      ['The evidence shows that it was said, not that it is so.'],
    ],
    [
      'said by somebody fit to settle it',
      { evidence: [evidence({ layer: 'SAID', authoritative: true })] },
      [],
    ],
    ['said, and shown', { evidence: [evidence({ layer: 'BOTH' })] }, []],
    [
      'shown elsewhere, but without words or place',
      {
        evidence: [evidence({ layer: 'SAID' }), evidence({ hasExcerpt: false, hasLocator: false })],
      },
      [
        'The supporting evidence lacks the words of the source and the place where its words stand.',
      ],
    ],
    [
      'what was only said adds no origin to a central claim',
      { flags: ['CENTRAL'], evidence: [evidence(), evidence({ layer: 'SAID' })] },
      ['It has 1 origin.'],
    ],
  ]);
});

describe('was it said? (I6)', () => {
  const attributed = (but: Partial<ClaimFacts>): Partial<ClaimFacts> => ({
    voice: 'ATTRIBUTED',
    attribution: [{ party: 'John Kirby', role: 'SPEAKER' }],
    finding: 'UNVERIFIED',
    notes: [note()],
    ...but,
  });
  const words = (but = {}) =>
    evidence({ layer: 'SAID', sourceKind: 'RECORDING', sourceLanguage: 'en', ...but });
  const verbatim = (but: Parameters<typeof words>[0]) =>
    attributed({ said: 'VERBATIM', evidence: [words(but)] });
  const WANTED = '“Word for word” needs a recording, a transcript or the speaker’s own publication';
  const OTHER_LANGUAGE = 'The words were said in another language.';
  check([
    ['word for word, from a recording', verbatim({}), []],
    ['word for word, from a video', verbatim({ sourceKind: 'VIDEO' }), []],
    ['word for word, from a transcript', verbatim({ sourceKind: 'TRANSCRIPT' }), []],
    [
      'a transcript somebody else made',
      verbatim({ sourceKind: 'TRANSCRIPT', proximity: 'SECONDARY' }),
      [],
    ],
    ['the speaker’s own post', verbatim({ sourceKind: 'SOCIAL_POST' }), []],
    [
      'somebody else’s post about it',
      verbatim({ sourceKind: 'SOCIAL_POST', proximity: 'SECONDARY' }),
      [WANTED],
    ],
    ['a news report of it', verbatim({ sourceKind: 'NEWS_REPORT' }), [WANTED]],
    ['an agency wire', verbatim({ sourceKind: 'AGENCY_WIRE' }), [WANTED]],
    ['our notes of an interview', verbatim({ sourceKind: 'INTERVIEW' }), [WANTED]],
    ['a recording without a time code', verbatim({ hasLocator: false }), [WANTED]],
    ['a recording without the words', verbatim({ hasExcerpt: false }), [WANTED]],
    [
      'a recording that a reporter handed in and nobody accepted',
      verbatim({ isAccepted: false }),
      ['1 piece of evidence from a reporter waits', WANTED],
    ],
    ['a recording that shows the fact, not the words', verbatim({ layer: 'TRUE' }), [WANTED]],
    ['a recording that supports it in part', verbatim({ stance: 'SUPPORTS_PART' }), [WANTED]],
    ['a recording in Ukrainian', verbatim({ sourceLanguage: 'uk' }), [OTHER_LANGUAGE]],
    ['a recording in British English', verbatim({ sourceLanguage: 'en-GB' }), []],
    ['a recording in English, written EN', verbatim({ sourceLanguage: 'EN' }), []],
    [
      'a recording in a language nobody wrote down',
      verbatim({ sourceLanguage: null }),
      ['Nobody has written down which language the words were said in.'],
    ],
    [
      'one recording in Ukrainian, one in English',
      attributed({ said: 'VERBATIM', evidence: [words({ sourceLanguage: 'uk' }), words()] }),
      [],
    ],
    [
      'in translation, with the translator at the evidence',
      attributed({
        said: 'TRANSLATION',
        evidence: [words({ sourceLanguage: 'uk', translator: 'O. Marchenko' })],
      }),
      [],
    ],
    [
      'in translation, with the translator in the chain',
      attributed({
        said: 'TRANSLATION',
        attribution: [
          { party: 'Air force', role: 'SPEAKER' },
          { party: 'O. Marchenko', role: 'TRANSLATOR' },
        ],
        evidence: [words({ sourceLanguage: 'uk' })],
      }),
      [],
    ],
    [
      'in translation, by nobody',
      attributed({ said: 'TRANSLATION', evidence: [words({ sourceLanguage: 'uk' })] }),
      ['“In translation” needs the translator’s name.'],
    ],
    [
      'in translation, of nothing',
      attributed({ said: 'TRANSLATION', evidence: [] }),
      ['“In translation” needs evidence that it was said'],
    ],
    [
      'in other words, after a news report',
      attributed({ said: 'PARAPHRASE', evidence: [words({ sourceKind: 'NEWS_REPORT' })] }),
      [],
    ],
    [
      'altered, and nothing to compare with',
      attributed({ said: 'ALTERED', evidence: [] }),
      ['“Was it said?” needs evidence that it was said'],
    ],
    [
      'altered, with the words as they were',
      attributed({ said: 'ALTERED', evidence: [words()] }),
      [],
    ],
    [
      'not found, and nobody says where they looked',
      attributed({ said: 'NOT_FOUND', finding: 'NOT_CHECKABLE', notes: [] }),
      ['Say in a check note where you looked', '“Not checkable” needs a check note'],
    ],
    ['misattributed, with a note', attributed({ said: 'MISATTRIBUTED' }), []],
    [
      'nobody is named',
      attributed({ said: 'PARAPHRASE', attribution: [], evidence: [words()] }),
      ['The claim is attributed, and nobody is named.'],
    ],
    [
      'only a translator is named',
      attributed({
        said: 'PARAPHRASE',
        attribution: [{ party: 'O. Marchenko', role: 'TRANSLATOR' }],
        evidence: [words()],
      }),
      ['The claim is attributed, and nobody is named.'],
    ],
    [
      'our own assertion with an answer to “was it said?”',
      { said: 'VERBATIM' },
      ['“Was it said?” is asked of attributed claims only.'],
    ],
  ]);
});

describe('what each other finding wants (I7)', () => {
  check([
    [
      'incorrect, with evidence against and what the copy should say',
      { finding: 'INCORRECT', evidence: [against()], suggestedWording: '18 of 24' },
      [],
    ],
    [
      'incorrect, with evidence against in part only',
      {
        finding: 'INCORRECT',
        evidence: [evidence({ stance: 'REFUTES_PART' })],
        suggestedWording: '18 of 24',
      },
      ['“Incorrect” needs evidence against'],
    ],
    [
      'incorrect, with evidence against that was answered',
      {
        finding: 'INCORRECT',
        evidence: [against({ isResolved: true })],
        suggestedWording: '18 of 24',
      },
      ['“Incorrect” needs evidence against'],
    ],
    [
      'incorrect, because somebody says so',
      { finding: 'INCORRECT', evidence: [] },
      ['“Incorrect” needs evidence against the claim.', 'Write what the copy should say instead.'],
    ],
    [
      'incorrect, with evidence against that has no words',
      {
        finding: 'INCORRECT',
        evidence: [against({ hasExcerpt: false })],
        suggestedWording: '18 of 24',
      },
      ['“Incorrect” needs evidence against the claim.'],
    ],
    ['disputed, with both sides', { finding: 'DISPUTED', evidence: [evidence(), against()] }, []],
    [
      'disputed, for alone',
      { finding: 'DISPUTED' },
      ['“Disputed” needs both sides: evidence against is missing.'],
    ],
    [
      'disputed, against alone',
      { finding: 'DISPUTED', evidence: [against()] },
      ['“Disputed” needs both sides: evidence for is missing.'],
    ],
    [
      'disputed by nobody',
      { finding: 'DISPUTED', evidence: [] },
      ['evidence for is missing', 'evidence against is missing'],
    ],
    [
      'unverified, with what was tried',
      { finding: 'UNVERIFIED', evidence: [], notes: [note()] },
      [],
    ],
    [
      'unverified, and nothing is said of what was tried',
      { finding: 'UNVERIFIED', evidence: [] },
      ['“Unverified” needs a check note of what was tried.'],
    ],
    [
      'unverified, with the author’s own note',
      { finding: 'UNVERIFIED', notes: [note({ authorId: 'author' })] },
      ['“Unverified” needs a check note of what was tried.'],
    ],
    [
      'unverified, with a query instead of a check note',
      { finding: 'UNVERIFIED', notes: [note({ kind: 'QUERY_AUTHOR' })] },
      ['“Unverified” needs a check note of what was tried.'],
    ],
    [
      'on author, with the author’s reply',
      { finding: 'ON_AUTHOR', notes: [note({ kind: 'REPLY', authorId: 'author' })] },
      [],
    ],
    [
      'on author, and the author says nothing',
      { finding: 'ON_AUTHOR', notes: [note()] },
      ['“On author” needs the author’s own note that vouches for it.'],
    ],
    [
      'on an author who has no account',
      { finding: 'ON_AUTHOR', storyAuthorId: null, notes: [note()] },
      ['“On author” needs the author’s own note, and the story names no author with an account.'],
    ],
    ['misleading, with evidence and why', { finding: 'MISLEADING', notes: [note()] }, []],
    [
      'misleading, without either',
      { finding: 'MISLEADING', evidence: [] },
      ['“Misleading” needs at least one source', 'Say in a check note what misleads.'],
    ],
    ['outdated, with the newer source', { finding: 'OUTDATED' }, []],
    [
      'outdated, without one',
      { finding: 'OUTDATED', evidence: [] },
      ['“Outdated” needs at least one source'],
    ],
    ['not checkable, with why', { finding: 'NOT_CHECKABLE', evidence: [], notes: [note()] }, []],
    [
      'not checkable, without why',
      { finding: 'NOT_CHECKABLE', evidence: [] },
      ['“Not checkable” needs a check note that says why.'],
    ],
    [
      'verified after change, and the copy has it',
      {
        finding: 'VERIFIED_AFTER_CHANGE',
        suggestedWording: '18 of 24',
        suggestedWordingStands: true,
      },
      [],
    ],
    [
      'verified after change, and the copy has it not yet',
      { finding: 'VERIFIED_AFTER_CHANGE', suggestedWording: '18 of 24' },
      ['The suggested wording does not stand in the copy yet.'],
    ],
    [
      'verified after no change that anybody wrote down',
      { finding: 'VERIFIED_AFTER_CHANGE' },
      ['Write what the copy should say instead.'],
    ],
    [
      'verified after change, but by nothing',
      {
        finding: 'VERIFIED_AFTER_CHANGE',
        evidence: [],
        suggestedWording: '18 of 24',
        suggestedWordingStands: true,
      },
      [NO_SUPPORT],
    ],
  ]);

  it('every finding lets a reporter’s evidence wait for nobody', () => {
    for (const finding of FINDINGS) {
      const sentences = findingBlockers(
        claim({ finding, evidence: [evidence(), evidence({ isAccepted: false })] }),
      );
      expect(sentences[0]).toBe(
        '1 piece of evidence from a reporter waits to be accepted or removed.',
      );
    }
  });
});
