import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { findBlocks } from './blocks';
import { findCheckable, type ThingKind } from './checkable-things';
import { findSentences } from './sentences';

function things(copy: string, kind?: ThingKind): string[] {
  const blocks = findBlocks(copy);
  return findCheckable(copy, blocks, findSentences(copy, blocks))
    .flatMap((sentence) => sentence.things)
    .filter((thing) => kind === undefined || thing.kind === kind)
    .map(({ start, end }) => copy.slice(start, end));
}

describe('figures', () => {
  it.each<[sentence: string, figures: string[]]>([
    ['The air force counted 18 of 24 drones.', ['18 of 24']],
    ['It stopped 18 of the 24 ferries and 12 out of 15 buses.', ['18 of the 24', '12 out of 15']],
    ['One in five households pays late.', ['One in five']],
    ['They expect 5 to 10 new posts, or 3–4 at worst.', ['5 to 10', '3–4']],
    ['The harbour won 2-1.', ['2-1']],
    ['Shares rose 9.4 per cent to $84, a sum of USD10m.', ['9.4 per cent', '$84', 'USD10m']],
    [
      'Rents rose by 7.5 percent, wages by 2 per cent, prices by 3%.',
      ['7.5 percent', '2 per cent', '3%'],
    ],
    [
      'It cost $1.2bn, then €300 million, then £5,400 and US$ 7 million.',
      ['$1.2bn', '€300 million', '£5,400', 'US$ 7 million'],
    ],
    ['The bridge carries 12\u00a0000 cars and 1,250 lorries.', ['12\u00a0000', '1,250']],
    ['Sirens sounded at 2:30 a.m. and again at 6pm.', ['2:30 a.m.', '6pm']],
    ['The doors opened at noon.', ['noon']],
    [
      'Twenty-four crews and two hundred and fifty porters walked out.',
      ['Twenty-four', 'two hundred and fifty'],
    ],
    ['Two thirds of members and half a million others voted.', ['Two thirds', 'half a million']],
    ['It was the third strike, and her 21st complaint.', ['third', '21st']],
    ['Dozens fled; tens of thousands stayed.', ['Dozens', 'tens of thousands']],
    ['A dozen boats sank.', ['A dozen']],
    ['No casualties were reported.', ['No casualties']],
    ['The night fell to -5°C, or 23° by the wall.', ['-5°C', '23°']],
    ['It grew ½ an inch, then 2½ more.', ['½', '2½']],
    ['A 16-year-old boy swam the 600-mile coast.', ['16', '600']],
    ['At least one other ferry sailed, one of its own.', ['one', 'one']],
    ['No one saw one another, and this one left.', []],
    ['The first lady spoke first.', ['first']],
    ['Потери составили 18 из 24 машин.', ['18 из 24']],
    ['عاد ١٢ من 15 صيادا.', ['١٢', '15']],
    ['今年は３社と12人。', ['３', '12']],
  ])('%s', (sentence, figures) => {
    expect(things(sentence, 'NUMBER')).toEqual(figures);
  });
});

describe('dates', () => {
  it.each<[sentence: string, dates: string[]]>([
    ['The council met on Wednesday.', ['Wednesday']],
    ['It voted late Thursday evening.', ['late Thursday evening']],
    ['On Monday, 4 May 2026, the road closed.', ['Monday, 4 May 2026']],
    ['The lease ends May 4, 2026, or 31 December.', ['May 4, 2026', '31 December']],
    ['It opened in February 2022 and shut last October.', ['February 2022', 'last October']],
    ['She may march in May, or in March.', ['May', 'March']],
    ['They founded it in 1987 (1990 by their own count).', ['1987', '1990']],
    ['Some 2022 people came.', []],
    ['The 1990s and the 21st century differ.', ['1990s', '21st century']],
    ['It was sold in spring 2019 and again in 2020-21.', ['spring 2019', '2020-21']],
    ['Last year it rained; two days ago it did not.', ['Last year', 'two days ago']],
    [
      'He left a week earlier and came back the following month.',
      ['a week earlier', 'following month'],
    ],
    ['Yesterday nothing moved, and today little.', ['Yesterday', 'today']],
    ['Filed 2026-05-04, amended 05.05.2026.', ['2026-05-04', '05.05.2026']],
    ['Собрание прошло 4 мая 2026 года.', ['4 мая 2026']],
    ['This is the last straw.', []],
  ])('%s', (sentence, dates) => {
    expect(things(sentence, 'DATE')).toEqual(dates);
  });
});

describe('names', () => {
  it.each<[sentence: string, names: string[]]>([
    ['The mayor of Odesa met Ana Ruiz.', ['Odesa', 'Ana Ruiz']],
    ['The mayor wrote to the Bank of England and Hart & Sons.', ['Bank of England', 'Hart & Sons']],
    ['Critics quoted the Institute for the Study of War.', ['Institute for the Study of War']],
    ['It cites the U.N. and the U.S. Navy.', ['U.N.', 'U.S. Navy']],
    [
      'Voters chose Bashar al-Masri over Ursula von der Leyen.',
      ['Bashar al-Masri', 'Ursula von der Leyen'],
    ],
    ['They asked Mr. Holt and Lt. Col. J. Pike.', ['Mr. Holt', 'Lt. Col. J. Pike']],
    [
      'A pro-Kyiv, Washington-based group paid Jean-Luc O’Neill.',
      ['Kyiv', 'Washington', 'Jean-Luc O’Neill'],
    ],
    ['Ukraine’s air force flew the F-16 and a TB2.', ['Ukraine', 'F-16', 'TB2']],
    ['NATO objected.', ['NATO']],
    ['Holt said so.', ['Holt']],
    ['Officials said so.', []],
    ['Rain fell. The bridge leans.', []],
    ['The Ferry Board met.', ['Ferry Board']],
    ['South Korea and New Zealand signed.', ['South Korea', 'New Zealand']],
    ['Later Ruiz left.', ['Ruiz']],
    ['I think I’m late.', []],
    ['WASHINGTON — The board met, and then — Odesa fell.', ['WASHINGTON', 'Odesa']],
    ['“You’d be late,” she said. Don’t wait.', []],
    ['She rode an iPhone ad for eBay.', ['iPhone', 'eBay']],
    ['Мэр Одессы встретил Анну Руис.', ['Мэр Одессы', 'Анну Руис']],
    ['Вчера в Киеве было тихо.', ['Киеве']],
    ['אמר ראש העיר', []],
    ['قال رئيس البلدية', []],
  ])('%s', (sentence, names) => {
    expect(things(sentence, 'NAME')).toEqual(names);
  });

  it('learns from the rest of the copy that a first word is a name, or is not', () => {
    expect(things('The vote pleased Marrow. Marrow smiled.', 'NAME')).toEqual(['Marrow', 'Marrow']);
    expect(things('It was the War of Jenkins. War broke out. A war.', 'NAME')).toEqual([
      'War of Jenkins',
    ]);
  });

  it('in a headline that writes every word large takes what the copy names', () => {
    expect(
      things(
        'Harbour Board Sacks Pilot Over Odesa Ferry\n\nThe port of Odesa sacked a pilot.',
        'NAME',
      ),
    ).toEqual(['Odesa', 'Odesa']);
  });
});

describe('quotes', () => {
  it.each<[copy: string, quotes: string[]]>([
    ['She called it “a good day”, he ‘a bad one’.', ['“a good day”', '‘a bad one’']],
    ['The boys’ club isn’t “shut”.', ['“shut”']],
    ['He said "we won" twice. It\'s the dogs\' bowl.', ['"we won"']],
    ["They call it 'soft power' here.", ["'soft power'"]],
    ['Er sagte „genug“, sie »nie«, il dit « assez ».', ['„genug“', '»nie«', '« assez »']],
    ['“We had no part. He is lying,” she said.', ['“We had no part.', 'He is lying,”']],
    ['“The ‘pier’ fell,” she said.', ['“The ‘pier’ fell,”']],
    ['He said “it goes on. And nobody closed it.', ['“it goes on.']],
    [
      '“One paragraph.\n\n“And the next,” she said. Then more.',
      ['“One paragraph.', '“And the next,”'],
    ],
    ['It measured 6" by 9" across.', []],
    [
      "''It isn't reform,'' she said. ''Nor is that.''",
      ["''It isn't reform,''", "''Nor is that.''"],
    ],
    ['> All of this stands in a letter.\n\nBody text.', ['All of this stands in a letter.']],
    ['He wrote “🙂” and “…”.', []],
  ])('%s', (copy, quotes) => {
    expect(things(copy, 'QUOTE')).toEqual(quotes);
  });

  it('hold figures and names of their own', () => {
    expect(things('“We lost 18 of 24 in Odesa,” he said.')).toEqual([
      '“We lost 18 of 24 in Odesa,”',
      '18 of 24',
      'Odesa',
    ]);
  });
});

describe('in any copy', () => {
  it('things stand inside their sentences, disjoint, and no digit is left out', () => {
    fc.assert(
      fc.property(awkwardCopy, (copy) => {
        const blocks = findBlocks(copy);
        const sentences = findSentences(copy, blocks);
        const checkable = findCheckable(copy, blocks, sentences);
        for (const { start, end, block, things: found } of checkable) {
          expect(blocks[block]?.excluded).toBe(false);
          const covered = new Set<number>();
          for (const kinds of [['NUMBER', 'NAME', 'DATE'], ['QUOTE']]) {
            let at = start;
            for (const thing of found.filter(({ kind }) => kinds.includes(kind))) {
              expect(thing.start).toBeGreaterThanOrEqual(at);
              expect(thing.end).toBeGreaterThan(thing.start);
              expect(copy.slice(thing.start, thing.end)).toMatch(/[\p{L}\p{N}]/u);
              at = thing.end;
              if (thing.kind === 'QUOTE') continue;
              for (let unit = thing.start; unit < thing.end; unit++) covered.add(unit);
            }
            expect(at).toBeLessThanOrEqual(end);
          }
          for (const { index, 0: digit } of copy.slice(start, end).matchAll(/\p{N}/gu))
            expect(covered.has(start + index), `${digit} in ${copy.slice(start, end)}`).toBe(true);
        }
        expect(findCheckable(copy, blocks, sentences)).toEqual(checkable);
      }),
      { numRuns: 300 },
    );
  });
});
