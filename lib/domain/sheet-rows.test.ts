import { describe, expect, it } from 'vitest';
import type { SheetClaim, SheetEvidence } from './sheet-claim';
import { bestEvidence, printsNote, sheetRow } from './sheet-rows';
import { type KnownSource, sheetSource, sourceLabel } from './sheet-sources';

const TEXT = 'a'.repeat(64);
const editor = { id: 'editor', role: 'EDITOR' as const };
const lawyer = { id: 'lawyer', role: 'LAWYER' as const };

const knownSource = (fields: Partial<KnownSource> = {}): KnownSource => ({
  id: 'report',
  ref: 'S-01',
  kind: 'OFFICIAL_STATEMENT',
  title: 'Morning report',
  creator: null,
  publisher: 'Air force',
  url: 'https://example.org/report',
  publishedAt: null,
  retrievedAt: new Date('2023-05-04T08:00:00Z'),
  language: 'en',
  confidentiality: 'OPEN',
  addedById: 'checker',
  addedByName: 'Maren Holt',
  derivation: null,
  derivedFrom: null,
  isOwnText: false,
  usedIn: ['C-001'],
  ...fields,
});

const evidence = (fields: Partial<SheetEvidence> = {}): SheetEvidence => ({
  id: 'e1',
  stance: 'SUPPORTS',
  proximity: 'PRIMARY',
  authoritative: false,
  excerpt: 'Of 24 drones 18 were destroyed.',
  locator: 'line 2',
  acceptedAt: '2023-05-04T09:00:00.000Z',
  removedAt: null,
  resolvedAt: null,
  resolution: null,
  origin: null,
  source: { id: 'report' },
  rootSourceId: 'report',
  isOwnText: false,
  ...fields,
});

const claim = (fields: Partial<SheetClaim> = {}): SheetClaim => ({
  id: 'c1',
  ref: 'C-001',
  where: '¶ 1',
  exact: '18 of the 24 drones',
  restatement: null,
  type: 'NUMERIC',
  voice: 'OWN',
  asOf: null,
  timeZone: null,
  place: null,
  flags: [],
  state: 'SIGNED_OFF',
  status: 'VERIFIED',
  finding: 'VERIFIED',
  said: 'NONE',
  suggestedWording: null,
  formerWords: null,
  stateReason: null,
  checkerName: 'Maren Holt',
  checkedAt: new Date('2023-05-04T10:00:00Z'),
  checkedSha256: TEXT,
  reviewerName: 'Idris Vale',
  reviewedAt: new Date('2023-05-04T11:00:00Z'),
  singlePerson: false,
  storyAuthorId: null,
  anchor: { state: 'ATTACHED', start: 0 },
  lastCheck: { exact: '18 of the 24 drones', stands: true },
  quantities: [],
  attribution: [],
  evidence: [],
  standing: [],
  notes: [],
  openQueryIds: [],
  reviews: [
    {
      decision: 'APPROVE',
      reviewerName: 'Idris Vale',
      comment: null,
      sha256: TEXT,
      exact: '18 of the 24 drones',
    },
  ],
  ...fields,
});

const rowOf = (
  fields: Partial<SheetClaim>,
  known: KnownSource[] = [knownSource()],
  reader = editor,
) =>
  sheetRow(
    claim(fields),
    new Map(known.map((source) => [source.id, sheetSource(source)])),
    reader as typeof editor,
  );

const quantity = (fields: object) => ({
  value: null,
  unit: null,
  qualifier: 'EXACT' as const,
  low: null,
  high: null,
  ofWhat: null,
  ...fields,
});

describe('the figure of a claim', () => {
  it('is a number when it is one, sign and all', () => {
    expect(rowOf({ quantities: [quantity({ value: '-5', unit: '%' })] })).toMatchObject({
      value: -5,
      unit: '%',
      qualifier: 'exactly',
    });
  });

  it('is text when there are several, each with its unit', () => {
    const row = rowOf({
      quantities: [
        quantity({ value: '18', unit: 'drones' }),
        quantity({ value: '24', unit: 'drones', qualifier: 'UP_TO' }),
      ],
    });
    expect(row).toMatchObject({ value: '18; 24', unit: 'drones', qualifier: 'exactly; up to' });
  });

  it('is text when it is a range, or longer than a spreadsheet keeps', () => {
    const range = quantity({ qualifier: 'RANGE', low: '12', high: '15' });
    expect(rowOf({ quantities: [range] }).value).toBe('12–15');
    const long = quantity({ value: '12345678901234567' });
    expect(rowOf({ quantities: [long] }).value).toBe('12345678901234567');
  });
});

describe('the evidence to read first', () => {
  const id = (finding: SheetClaim['finding'], list: SheetEvidence[]) =>
    bestEvidence(finding, list)?.id;

  it('supports, is accepted and stands at first hand', () => {
    const list = [
      evidence({ id: 'second-hand', proximity: 'SECONDARY' }),
      evidence({ id: 'pending', acceptedAt: null }),
      evidence({ id: 'against', stance: 'REFUTES' }),
      evidence({ id: 'best' }),
      evidence({ id: 'later' }),
    ];
    expect(id('VERIFIED', list)).toBe('best');
  });

  it('stands against the claim when that is what was found', () => {
    const list = [evidence({ id: 'for' }), evidence({ id: 'against', stance: 'REFUTES' })];
    expect(id('INCORRECT', list)).toBe('against');
  });

  it('is never this text itself while there is another', () => {
    const list = [
      evidence({ id: 'own', isOwnText: true }),
      evidence({ id: 'ctx', stance: 'CONTEXT' }),
    ];
    expect(id('VERIFIED', list)).toBe('ctx');
    expect(id('VERIFIED', [])).toBeUndefined();
  });
});

describe('what may be printed', () => {
  it('is the exact words once they are signed off as they stand', () => {
    expect(rowOf({}).approvedWording).toBe('18 of the 24 drones');
    expect(rowOf({ state: 'READY', status: 'READY' }).approvedWording).toBeNull();
  });

  it('is the other wording when they were found incorrect, and nothing while there is none', () => {
    const incorrect = { finding: 'INCORRECT', status: 'INCORRECT' } as const;
    expect(rowOf({ ...incorrect, suggestedWording: '18 of 24' })).toMatchObject({
      approvedWording: '18 of 24',
      change: { before: '18 of the 24 drones', after: '18 of 24' },
    });
    expect(rowOf(incorrect).approvedWording).toBeNull();
  });

  it('shows what the words were before, where an earlier text had others', () => {
    expect(
      rowOf({ formerWords: 'all 24 drones', suggestedWording: '18 of the 24 drones' }).change,
    ).toEqual({ before: 'all 24 drones', after: '18 of the 24 drones' });
  });
});

describe('unchanged since the check', () => {
  it('is yes for words that still stand where they were signed off, with the text’s hash', () => {
    expect(rowOf({})).toMatchObject({ isUnchanged: true, checkedText: TEXT });
  });

  it.each(['AMBIGUOUS', 'LOST'] as const)('is no for words that are %s', (state) => {
    expect(rowOf({ anchor: { state, start: null } }).isUnchanged).toBe(false);
  });

  it('is no for words that a later version changed, or changed about', () => {
    const reopened = { state: 'REOPENED', status: 'REOPENED' } as const;
    const was = { exact: 'all 24 drones', stands: true };
    expect(rowOf({ ...reopened, lastCheck: was }).isUnchanged).toBe(false);
    const about = { exact: '18 of the 24 drones', stands: false };
    expect(rowOf({ ...reopened, lastCheck: about }).isUnchanged).toBe(false);
  });

  it('is yes again once the changed words were checked themselves', () => {
    expect(rowOf({ anchor: { state: 'CHANGED', start: 0 } }).isUnchanged).toBe(true);
  });

  it('is neither while nobody has checked', () => {
    const marked = { state: 'MARKED', status: 'MARKED', checkedSha256: null, reviews: [] } as const;
    expect(rowOf(marked)).toMatchObject({ isUnchanged: null, checkedText: null });
  });
});

describe('notes', () => {
  const note = { id: 'n', authorName: 'Ruth Adeyemi', authorId: 'lawyer' };
  const legal = {
    ...note,
    kind: 'LEGAL',
    visibility: 'LEGAL',
    body: 'We can defend this.',
  } as const;
  const check = {
    ...note,
    id: 'k',
    kind: 'CHECK_NOTE',
    visibility: 'TEAM',
    body: 'Counted.',
  } as const;

  it('for the lawyer are in the lawyer’s own copy alone, even where an editor may read them', () => {
    expect(printsNote(lawyer, legal)).toBe(true);
    expect(printsNote(editor, legal)).toBe(false);
    expect(printsNote({ id: 'lawyer', role: 'EDITOR' }, legal)).toBe(false);
    expect(rowOf({ notes: [legal, check] }).notes).toEqual(['Ruth Adeyemi, check note: Counted.']);
  });

  it('that ask and have no answer stand by themselves', () => {
    const query = { ...check, kind: 'QUERY_AUTHOR', body: 'Whose count?' } as const;
    expect(rowOf({ notes: [query], openQueryIds: ['k'] })).toMatchObject({
      openQueries: ['Ruth Adeyemi, query to author: Whose count?'],
      notes: [],
    });
  });

  it('say why a claim was returned or dropped', () => {
    expect(
      rowOf({ state: 'DROPPED', status: 'DROPPED', stateReason: 'The text was cut.' }).notes,
    ).toEqual(['Reason: The text was cut.']);
  });
});

describe('a protected source', () => {
  const secret = knownSource({
    confidentiality: 'PROTECTED',
    title: 'Call with the mechanic of hangar nine',
    creator: 'Oleh Savchuk',
    publisher: 'Antonov works',
    url: 'https://secret.example/oleh',
    publishedAt: new Date(),
  });

  it('prints by its number and who knows it, and by nothing else', () => {
    const printed = sheetSource(secret);
    expect(sourceLabel(printed)).toBe(
      'S-01 protected, known to: Maren Holt and the desk’s editors',
    );
    const words = JSON.stringify(printed);
    for (const name of ['mechanic', 'Savchuk', 'Antonov', 'secret.example', 'OFFICIAL_STATEMENT'])
      expect(words).not.toContain(name);
  });

  it('keeps its proof, with the names struck out', () => {
    const row = rowOf(
      {
        evidence: [
          evidence({
            excerpt: 'I am Savchuk; six flew.',
            locator: 'https://secret.example/oleh, 04:10',
            origin: { id: 'o', label: 'Oleh Savchuk, mechanic' },
          }),
        ],
        standing: [
          {
            id: 'e1',
            sourceId: 'report',
            sourceKind: 'INTERVIEW',
            sourceLanguage: null,
            rootSourceId: 'report',
            isOwnText: false,
            originId: 'o',
            stance: 'SUPPORTS',
            layer: 'TRUE',
            proximity: 'PRIMARY',
            authoritative: false,
            hasExcerpt: true,
            hasLocator: true,
            translator: null,
            isAccepted: true,
            isResolved: false,
          },
        ],
        notes: [
          {
            id: 'n',
            kind: 'CHECK_NOTE',
            visibility: 'TEAM',
            authorId: 'checker',
            authorName: 'Maren Holt',
            body: 'Rang Oleh Savchuk twice.',
          },
        ],
      },
      [secret],
    );
    expect(row.best).toEqual({
      source: 'S-01',
      excerpt: 'I am [protected]; six flew.',
      locator: '[protected], 04:10',
    });
    expect(row.originNames).toEqual(['Protected origin']);
    expect(row.notes).toEqual(['Maren Holt, check note: Rang [protected] twice.']);
  });

  it('does not give itself away as the one another derives from', () => {
    const parent = { ref: null, title: 'Oleh’s log', confidentiality: 'PROTECTED' as const };
    const copy = sheetSource(knownSource({ derivation: 'QUOTES', derivedFrom: parent }));
    expect(copy.derivedFrom).toBe('Protected source');
  });
});

it('evidence against says where it stands and how it was answered', () => {
  const row = rowOf({
    evidence: [
      evidence({
        stance: 'REFUTES',
        resolvedAt: '2023-05-04T12:00:00.000Z',
        resolution: 'An earlier count.',
      }),
    ],
  });
  expect(row.against).toEqual([
    'S-01: “Of 24 drones 18 were destroyed.” (line 2). Answered: An earlier count.',
  ]);
});
