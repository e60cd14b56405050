import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countable,
  type EvidenceFacts,
  independentOrigins,
  sourceCount,
  withoutOrigin,
} from './origins';
import { evidence } from './test-facts';

const POST = 'Air force post';
const report = (but: Partial<EvidenceFacts> = {}) =>
  evidence({ proximity: 'SECONDARY', originId: null, ...but });
const firstHand = (but: Partial<EvidenceFacts> = {}) => evidence({ originId: null, ...but });

describe('how many origins stand behind the evidence', () => {
  it.each<[string, EvidenceFacts[], number]>([
    ['no evidence', [], 0],
    ['one named origin', [evidence({ originId: POST })], 1],
    [
      'ten outlets carrying one post',
      Array.from({ length: 10 }, () => report({ originId: POST })),
      1,
    ],
    ['two named origins', [evidence({ originId: POST }), evidence({ originId: 'Command' })], 2],
    ['a first-hand source that names none', [firstHand()], 1],
    ['two first-hand sources that name none', [firstHand(), firstHand()], 2],
    [
      'one first-hand source, cited twice',
      [firstHand({ sourceId: 's' }), firstHand({ sourceId: 's' })],
      1,
    ],
    [
      'a first-hand source and the wire that copies it',
      [firstHand({ sourceId: 's1' }), report({ rootSourceId: 's1' })],
      1,
    ],
    [
      'a first-hand source, the wire that copies it and the site that rewrites the wire',
      [
        firstHand({ sourceId: 's1' }),
        report({ rootSourceId: 's1' }),
        report({ rootSourceId: 's1', proximity: 'TERTIARY' }),
      ],
      1,
    ],
    [
      'a post with its origin named, and a wire that derives from it and names none',
      [evidence({ sourceId: 's1', originId: POST }), report({ rootSourceId: 's1' })],
      1,
    ],
    [
      'the other way round: the wire names it, the post does not',
      [firstHand({ sourceId: 's1' }), report({ rootSourceId: 's1', originId: POST })],
      1,
    ],
    ['second-hand reports that name none, however many', [report(), report(), report()], 1],
    ['a named origin and a report that names none', [evidence({ originId: POST }), report()], 1],
    ['a first-hand source and an unrelated report that names none', [firstHand(), report()], 1],
    ['our own text', [evidence({ isOwnText: true })], 0],
    ['evidence that nobody accepted', [evidence({ isAccepted: false })], 0],
    [
      'two origins, of which one is not accepted and one is our own text',
      [evidence(), evidence({ isAccepted: false }), evidence({ isOwnText: true })],
      1,
    ],
  ])('%s', (_what, items, expected) => {
    expect(independentOrigins(items).size).toBe(expected);
  });

  const anyEvidence: fc.Arbitrary<EvidenceFacts> = fc
    .record({
      sourceId: fc.constantFrom('s1', 's2', 's3', 's4'),
      rootSourceId: fc.constantFrom('s1', 's2'),
      originId: fc.constantFrom(null, POST, 'Command'),
      proximity: fc.constantFrom('PRIMARY' as const, 'SECONDARY' as const, 'TERTIARY' as const),
      isAccepted: fc.boolean(),
      isOwnText: fc.boolean(),
    })
    .map((but) => evidence(but));

  it('never more origins than pieces that count, and never none where one counts', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence), (items) => {
        const counted = countable(items).length;
        const origins = independentOrigins(items).size;
        expect(origins).toBeLessThanOrEqual(counted);
        expect(origins > 0).toBe(counted > 0);
      }),
    );
  });

  it('the order in which it came does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence), (items) => {
        expect([...independentOrigins(items.toReversed())].toSorted()).toEqual(
          [...independentOrigins(items)].toSorted(),
        );
      }),
    );
  });

  it('the same evidence once more adds nothing', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { minLength: 1 }), (items) => {
        expect(independentOrigins([...items, ...items]).size).toBe(independentOrigins(items).size);
      }),
    );
  });

  it('one more second-hand report that names no origin adds nothing to what is known', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { minLength: 1 }), (items) => {
        if (countable(items).length === 0) return;
        expect(independentOrigins([...items, report()]).size).toBe(independentOrigins(items).size);
      }),
    );
  });
});

describe('what is counted beside origins', () => {
  it('sources are counted once, whatever hangs on them', () => {
    expect(
      sourceCount([evidence({ sourceId: 'a' }), evidence({ sourceId: 'a' }), evidence()]),
    ).toBe(2);
  });

  it('second-hand evidence that names no origin is told apart, first-hand is its own origin', () => {
    const nameless = report();
    expect(
      withoutOrigin([nameless, firstHand(), evidence(), report({ isAccepted: false })]),
    ).toEqual([nameless]);
  });
});
