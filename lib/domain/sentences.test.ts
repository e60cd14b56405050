import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { findBlocks } from './blocks';
import { findSentences } from './sentences';

const body = (copy: string) => [
  { kind: 'BODY' as const, start: 0, end: copy.length, excluded: false },
];
const split = (copy: string, language?: string) =>
  findSentences(copy, body(copy), language).map(({ start, end }) => copy.slice(start, end));

describe('a sentence ends', () => {
  it.each([
    ['at stops', ['The mayor left.', 'Who stays?', 'Nobody!']],
    ['after a quote’s stop', ['“We know this.”', '“It is over,” she said.', 'He left.']],
    ['after straight quotes', ['"We know this."', '"It is over," she said.', 'He left.']],
    ['after a bracket', ['The count rose (see table 2.)', 'Nobody was told.']],
    ['after a time of day', ['The bells rang at 4:15 a.m.', 'It was the second night.']],
    ['after a country', ['He flew to the U.S.', 'The talks failed.']],
    ['after a company', ['The drones came from Acme Inc.', 'It denied the sale.']],
    ['after a month', ['The raid was in Sept.', 'Officials denied it.']],
    ['after a plain no', ['Did he know?', 'No.', 'Nobody did.']],
    ['after a decimal', ['Prices rose by 2.5.', 'Wages fell.']],
    ['after an ellipsis', ['He trailed off…', 'The line went dead.']],
    ['after three stops', ['He trailed off...', 'The line went dead.']],
    ['in Ukrainian', ['Міст закрили у вівторок.', 'Мер поїхав.']],
    ['in Arabic', ['أغلق المجلس الجسر.', 'هل غادر العمدة؟', 'نعم.']],
    ['before a figure', ['The mill closed.', '12 people lost their jobs.']],
    ['after the name of a letter', ['This was plan B.', 'The first had failed.']],
  ])('%s', (_, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences);
    expect(split(sentences.join('\u00a0'))).toEqual(sentences);
  });

  it('in Chinese without spaces', () => {
    expect(split('市长离开了。桥关闭了。', 'zh')).toEqual(['市长离开了。', '桥关闭了。']);
    expect(split('市长离开了。“桥关闭了。”', 'zh')).toEqual(['市长离开了。', '“桥关闭了。”']);
  });

  it('after a French closing quote', () => {
    expect(split('« Oui. » Le maire est parti.', 'fr')).toEqual([
      '« Oui. »',
      'Le maire est parti.',
    ]);
  });
});

describe('a sentence goes on', () => {
  it.each([
    ['after a title', 'Mr. Hale met Gen. Ortiz, Dr. Wu and Lt. Gov. Marsh on St. Ann Street.'],
    ['after initials', 'Vladimir V. Putin, J. K. Rowling and J.R.R. Tolkien were named.'],
    ['after a country before a name', 'A clerk of the U.S. Patent Office denied it.'],
    [
      'after a time before a zone',
      'It began about 4:15 a.m. Lisbon time and ended at 5 p.m. Friday.',
    ],
    ['after a time before Eastern time', 'It began at 6 a.m. Eastern Daylight Time.'],
    ['after a number sign', 'He lives at No. 10 Downing Street.'],
    ['after a section sign word', 'The fine follows from art. 12 of the act.'],
    ['after a month before a day', 'The raid of Sept. 3 and that of Feb. 24 were alike.'],
    ['in decimals and thousands', 'It cost $2.5 million, or 12.000 a day, at 2.30 in the night.'],
    ['after a question in a quote', '“Who would do it?” asked the envoy, who was in Washington.'],
    ['after a named speaker’s question', '“Who would do it?” Anna Marsh asked.'],
    ['over an ellipsis', 'This year “will be hard … for everybody,” he added.'],
    ['over three stops', 'It was ... not quite what he meant.'],
    ['over a bracketed omission', 'He wrote that “the bridge […] Council members built” fell.'],
    ['over "e.g." and "i.e."', 'Some towns, e.g. Kherson, i.e. the south, were hit.'],
    ['over "vs."', 'The case was Marsh vs. Ortiz.'],
    ['over a web address', 'The post on example.com was gone by noon.'],
    ['over a wrapped line', 'The council closed\nthe bridge on\r\nTuesday.'],
    ['over a wrapped quote', 'It is over,\n> the mayor said.'],
    ['after an exclamation in a name', 'The firm Yahoo! said nothing.'],
  ])('%s', (_, sentence) => {
    expect(split(sentence)).toEqual([sentence]);
    expect(split(`${sentence} Nobody was hurt.`)).toEqual([sentence, 'Nobody was hurt.']);
  });
});

describe('every copy', () => {
  it('has each visible character of each block in just one sentence, trimmed and in order', () => {
    fc.assert(
      fc.property(awkwardCopy, (copy) => {
        const blocks = findBlocks(copy);
        const sentences = findSentences(copy, blocks);
        let from = 0;
        const rest: string[] = [];
        for (const { start, end, block } of sentences) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(copy.slice(start, end)).toBe(copy.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          const around = blocks[block];
          expect(around && around.start <= start && end <= around.end).toBe(true);
          rest.push(copy.slice(from, start));
          from = end;
        }
        rest.push(copy.slice(from));
        let outside = 0;
        const gaps: string[] = [];
        for (const { start, end } of blocks) {
          gaps.push(copy.slice(outside, start));
          outside = end;
        }
        gaps.push(copy.slice(outside));
        expect(rest.join('').replace(/\s/g, '')).toBe(gaps.join('').replace(/\s/g, ''));
      }),
      { numRuns: 300 },
    );
  });

  it('has the same sentences in one long block as in short ones', () => {
    const prose = fc.array(
      fc.constantFrom(
        'Mr. Hale left. ',
        '“Why?” asked she. ',
        'No. 9 fell… ',
        '首都。',
        'It rained 👩‍🚒! ',
      ),
      { minLength: 300, maxLength: 900 },
    );
    fc.assert(
      fc.property(prose, (sentences) => {
        const copy = sentences.join('').trim();
        const expected = sentences
          .join('')
          .match(/Mr\. Hale left\.|“Why\?” asked she\.|No\. 9 fell…|首都。|It rained 👩‍🚒!/gu);
        expect(split(copy)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('is split in time that grows with its length', () => {
    const copy = 'Mr. Hale left at 2:30 a.m. It rained. '.repeat(10_000).trim();
    expect(split(copy)).toHaveLength(20_000);
    expect(split('a. '.repeat(60_000)).length).toBeGreaterThan(0);
    expect(split('. '.repeat(60_000)).length).toBe(1);
    expect(split('B. '.repeat(60_000)).length).toBe(1);
    expect(split('1. '.repeat(60_000)).length).toBeGreaterThan(0);
    expect(split(`end. ${') '.repeat(20_000)}and on`)).toHaveLength(1);
  });

  it('is split as English when the language is unknown or no language at all', () => {
    expect(split('One. Two.', 'xx')).toHaveLength(2);
    expect(split('One. Two.', 'no language')).toHaveLength(2);
    expect(split('One. Two.', '')).toHaveLength(2);
  });
});
