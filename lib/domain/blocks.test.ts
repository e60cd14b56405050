import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { blockIndexAt, blockLabel, blockLabels, findBlocks, parseBlocks } from './blocks';

const read = (copy: string) =>
  findBlocks(copy).map(({ kind, start, end }) => [kind, copy.slice(start, end)]);

const LEAD = 'The city council voted on Tuesday to close the bridge, three officials said.';
const SECOND = 'It had carried 12,000 cars a day until the flood. Repairs may take until 2026.';

describe('plain text', () => {
  it('splits at blank lines, whatever ends a line', () => {
    const blocks = [
      ['HEADLINE', 'Council closes bridge'],
      ['BODY', LEAD],
      ['BODY', SECOND],
    ];
    for (const gap of ['\n\n', '\r\n\r\n', '\r\r', '\n\u00a0\u202f\n', '\n \t \n\n', '\u2029']) {
      expect(read(`Council closes bridge${gap}${LEAD}${gap}${SECOND}${gap}`)).toEqual(blocks);
    }
  });

  it('takes lines that are sentences as a paragraph each', () => {
    expect(read(`Council closes bridge\n${LEAD}\n${SECOND}`)).toEqual([
      ['HEADLINE', 'Council closes bridge'],
      ['BODY', LEAD],
      ['BODY', SECOND],
    ]);
  });

  it('takes long unwrapped lines as paragraphs even without a stop', () => {
    const long = `${LEAD.slice(0, -1)}, and ${SECOND.toLowerCase().slice(0, -1)}, they added`;
    expect(read(`${long}\n${long}\n${LEAD}`).map(([kind]) => kind)).toEqual([
      'BODY',
      'BODY',
      'BODY',
    ]);
  });

  it('joins hard-wrapped lines, and still parts paragraphs at blank lines', () => {
    const wrapped = [
      'The city council voted on Tuesday evening to close the old bridge',
      'to all traffic, three officials told reporters. It had carried',
      '12,000 cars a day until the flood, when one of its four piers',
      'began to lean.',
      '',
      'Repairs may take until the end of next year, the mayor said, and',
      'nobody yet knows who will pay for them.',
    ].join('\n');
    expect(read(wrapped)).toEqual([
      ['BODY', wrapped.split('\n\n')[0]],
      ['BODY', wrapped.split('\n\n')[1]],
    ]);
    expect(read(wrapped.replaceAll('\n', '\r\n'))).toHaveLength(2);
    expect(read(`Council closes bridge\n${wrapped}`)[0]).toEqual([
      'HEADLINE',
      'Council closes bridge',
    ]);
  });

  it('does not join a list of headlines of like length', () => {
    const headlines = [
      'Council closes bridge to all of the traffic',
      'Mayor says that nobody will pay for repairs',
      'Engineers saw the pier lean a week before it',
    ];
    expect(read(headlines.join('\n'))).toHaveLength(3);
  });

  it('keeps indentation outside', () => {
    expect(read(`    Council closes bridge\n\n\u00a0\u00a0${LEAD}`)).toEqual([
      ['HEADLINE', 'Council closes bridge'],
      ['BODY', LEAD],
    ]);
  });
});

describe('the headline', () => {
  it.each([
    ['a short first line', 'Council closes bridge', 'HEADLINE'],
    ['one that ends in a quote', 'Bridge is ‘beyond saving’', 'HEADLINE'],
    ['a question over a paragraph', 'Who pays for the bridge?', 'HEADLINE'],
    ['a sentence', 'The council closed the bridge.', 'BODY'],
    ['a sentence that ends in a quote', 'The mayor said it was “over.”', 'BODY'],
    ['words that introduce', 'The council said:', 'BODY'],
    ['a long line', `${LEAD.slice(0, -1)} ${LEAD.slice(0, -1)}`, 'BODY'],
    ['Cyrillic', 'Міська рада закриває міст', 'HEADLINE'],
    ['words that begin like a byline', 'By Monday the city will have no bridge', 'HEADLINE'],
    ['right-to-left', 'المجلس يغلق الجسر', 'HEADLINE'],
  ])('%s', (_, first, kind) => {
    expect(read(`${first}\n\n${LEAD}`)[0]).toEqual([kind, first]);
  });

  it('is looked for below a date, a byline and the way to the page', () => {
    const page = `Tuesday, 4 March 2025\nHome > City > Council closes bridge\n\nCouncil closes bridge\n\n${LEAD}`;
    expect(read(page)).toEqual([
      ['BODY', 'Tuesday, 4 March 2025'],
      ['FURNITURE', 'Home > City > Council closes bridge'],
      ['HEADLINE', 'Council closes bridge'],
      ['BODY', LEAD],
    ]);
    expect(read(`By Ada Quill\nCouncil closes bridge\n\n${LEAD}`)[1]?.[0]).toBe('HEADLINE');
  });

  it('is a Markdown title wherever it stands, and the only one', () => {
    expect(read(`4 March 2025\n\n# Council closes bridge #\n\n${LEAD}\n\n# What next`)).toEqual([
      ['BODY', '4 March 2025'],
      ['HEADLINE', 'Council closes bridge'],
      ['BODY', LEAD],
      ['SUBHEAD', 'What next'],
    ]);
  });
});

describe('the standfirst', () => {
  const headed = (second: string, third = LEAD) =>
    read(`Council closes bridge\n\n${second}\n\n${third}`)[1];

  it.each([
    [
      'an unstopped line over the body',
      'Three piers lean and nobody knows who is going to pay for them',
      LEAD,
    ],
    ['a labelled one', 'Standfirst: Three piers lean.', LEAD],
    ['a sentence over a byline', 'Three piers lean.', 'By Ada Quill'],
  ])('%s', (_, second, third) => {
    expect(headed(second, third)).toEqual(['STANDFIRST', second]);
  });

  it('loses the emphasis around all of it', () => {
    expect(headed('*Three piers lean. Nobody pays.*')).toEqual([
      'STANDFIRST',
      'Three piers lean. Nobody pays.',
    ]);
  });

  it.each([
    ['a first paragraph', 'The council closed the bridge on Tuesday.'],
    ['a dateline of few words', 'Kyiv, Ukraine'],
    ['a byline', 'By Ada Quill, city correspondent of this newspaper in the north'],
    ['words that introduce', 'What the city council wrote to all of its residents on Tuesday:'],
  ])('is not %s', (_, second) => {
    expect(headed(second)).toEqual(['BODY', second]);
  });
});

describe('Markdown', () => {
  it('reads headings, lists, quotes, tables, rules and bold subheads without their markers', () => {
    const copy = [
      '# Council closes bridge',
      '',
      LEAD,
      '',
      '## The piers',
      '- one leans',
      '- two are cracked',
      '* the fourth stands',
      '',
      '**The money**',
      '',
      '1. The city pays half.',
      '2) The state pays half.',
      '',
      '> It is over, the mayor said.',
      '>',
      '> Nobody will cross again.',
      '',
      '| Pier | State |',
      '|------|:-----:|',
      '| First | leans |',
      '',
      '---',
      '* * *',
      '#',
      'The vote',
      '--------',
      'Photo: The bridge in 1974. Ada Quill/Agency',
      '#hashtag is no heading',
    ].join('\n');
    expect(read(copy)).toEqual([
      ['HEADLINE', 'Council closes bridge'],
      ['BODY', LEAD],
      ['SUBHEAD', 'The piers'],
      ['LIST_ITEM', 'one leans'],
      ['LIST_ITEM', 'two are cracked'],
      ['LIST_ITEM', 'the fourth stands'],
      ['SUBHEAD', 'The money'],
      ['LIST_ITEM', 'The city pays half.'],
      ['LIST_ITEM', 'The state pays half.'],
      ['QUOTE', 'It is over, the mayor said.'],
      ['QUOTE', 'Nobody will cross again.'],
      ['TABLE_ROW', 'Pier | State'],
      ['TABLE_ROW', 'First | leans'],
      ['SUBHEAD', 'The vote'],
      ['CAPTION', 'Photo: The bridge in 1974. Ada Quill/Agency'],
      ['BODY', '#hashtag is no heading'],
    ]);
  });

  it('keeps the rest of a list item with it', () => {
    expect(read(`${LEAD}\n\n- one leans,\n  and two are cracked\n- the fourth stands`)).toEqual([
      ['BODY', LEAD],
      ['LIST_ITEM', 'one leans,\n  and two are cracked'],
      ['LIST_ITEM', 'the fourth stands'],
    ]);
  });

  it.each([
    ['a minus', '-5 degrees were measured on Tuesday.'],
    ['a date or a figure that starts a paragraph', '24. Februar 2022 war der Tag des Angriffs.'],
    ['a sum', '>50 people were there.'],
    ['a half-bold line', '**Council** closes **bridge**.'],
    ['photographs in a sentence', 'Photographs show the pier leaning.'],
    ['a turn of phrase', 'Picture by picture, the film shows the pier leaning.'],
    ['a wrong table', '| one pipe'],
    ['stars', '*** seen'],
  ])('does not take %s for a marker', (_, copy) => {
    expect(read(`${LEAD}\n\n${copy}\n\n${SECOND}`)[1]).toEqual(['BODY', copy]);
  });

  it.each([
    'Caption: The bridge.',
    'Photograph: Ada Quill',
    'Photograph by Ada Quill',
    'Photo credit: Agency',
    'PICTURED: the mayor',
    '[Photo: the bridge]',
  ])('knows a caption: %s', (caption) => {
    expect(read(`${LEAD}\n\n${caption}`)[1]).toEqual(['CAPTION', caption]);
  });
});

describe('page furniture', () => {
  it.each([
    'Share:',
    'Facebook',
    'Related Posts',
    'Most Popular',
    'Source link',
    'READ MORE',
    'READ MORE: Mayor flees',
    'Read more »',
    'Advertisement',
    'ADVERTISEMENT - STORY CONTINUES BELOW',
    'Sign up for our newsletter',
    'Sign up for our free weekly politics newsletter here',
    'Don’t miss…',
    "Don't miss...",
    'Follow us on Telegram',
  ])('is set aside: %s', (line) => {
    expect(findBlocks(`${LEAD}\n\n${line}\n\n${SECOND}`).map(({ excluded }) => excluded)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('takes tagged teasers along, directly below', () => {
    const copy = `${LEAD}\n\nDon’t miss…\nCow stuck in lift[VIDEO]\nRiver rises [INSIGHT]\n\n${SECOND}\nFilm of the flood [VIDEO]`;
    expect(read(copy).map(([kind]) => kind)).toEqual([
      'BODY',
      'FURNITURE',
      'FURNITURE',
      'FURNITURE',
      'BODY',
      'BODY',
    ]);
  });

  it.each([
    'Don’t miss the vote, the mayor said.',
    'Facebook took the post down.',
    'Share prices fell.',
    'The advertisement was false.',
    'Sign up for the army, posters said.',
    'Most popular of all was the bridge.',
    'Home owners near the bridge were told to leave',
  ])('is not a sentence of the story: %s', (line) => {
    expect(read(`${LEAD}\n\n${line}\n\n${SECOND}`)[1]).toEqual(['BODY', line]);
  });
});

describe('every copy', () => {
  it('is covered by blocks in order, apart, trimmed, with only white space and markers outside', () => {
    fc.assert(
      fc.property(awkwardCopy, (copy) => {
        let from = 0;
        const outside: string[] = [];
        for (const { kind, start, end, excluded } of findBlocks(copy)) {
          expect(start).toBeGreaterThanOrEqual(from);
          const words = copy.slice(start, end);
          expect(words).not.toBe('');
          expect(words).toBe(words.trim());
          expect(words.isWellFormed()).toBe(copy.isWellFormed());
          expect(excluded).toBe(kind === 'FURNITURE');
          outside.push(copy.slice(from, start));
          from = end;
        }
        outside.push(copy.slice(from));
        expect(outside.join('')).toMatch(/^(?:[\s#>|:*_=•‣◦▪●-]|\d{1,2}[.)])*$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('has blocks that can be stored and read again', () => {
    fc.assert(
      fc.property(awkwardCopy, (copy) => {
        const blocks = findBlocks(copy);
        expect(parseBlocks(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks);
      }),
    );
  });

  it('is read in time that grows with its length', () => {
    expect(findBlocks(`${LEAD}\n`.repeat(20_000))).toHaveLength(20_000);
    expect(findBlocks(`${'word '.repeat(400_000)}`)).toHaveLength(1);
    expect(findBlocks('\n'.repeat(1_000_000))).toEqual([]);
    expect(findBlocks(`- - ${'- '.repeat(50_000)}x`)).toHaveLength(1);
    expect(findBlocks(`**${'*a'.repeat(50_000)}`)).toHaveLength(1);
    expect(findBlocks(`${'> '.repeat(50_000)}x`)).toHaveLength(1);
    expect(findBlocks(`# ${'a #'.repeat(50_000)}`)).toHaveLength(1);
    expect(findBlocks(`# a${' '.repeat(200_000)}b`)).toHaveLength(1);
    expect(findBlocks(`# ${'#'.repeat(200_000)}`)).toHaveLength(0);
    expect(findBlocks(`.${'*'.repeat(200_000)}b`)).toHaveLength(1);
  });
});

describe('stored blocks', () => {
  const block = { kind: 'BODY', start: 0, end: 4, excluded: false };

  it('keep only what belongs to them', () => {
    expect(parseBlocks([{ ...block, stray: 1 }])).toEqual([block]);
    expect(parseBlocks([])).toEqual([]);
  });

  it.each([
    ['no list', {}],
    ['null', null],
    ['a null block', [null]],
    ['an unknown kind', [{ ...block, kind: 'PARAGRAPH' }]],
    ['a kind of another case', [{ ...block, kind: 'body' }]],
    ['a fraction', [{ ...block, start: 0.5 }]],
    ['a text offset', [{ ...block, end: '4' }]],
    ['a negative offset', [{ ...block, start: -1 }]],
    ['an empty block', [{ ...block, end: 0 }]],
    ['no flag', [{ kind: 'BODY', start: 0, end: 4 }]],
    ['an overlap', [block, { ...block, start: 3, end: 9 }]],
    ['a wrong order', [{ ...block, start: 5, end: 9 }, block]],
  ])('are refused when damaged: %s', (_, stored) => {
    expect(() => parseBlocks(stored)).toThrow(/^Stored block/);
  });
});

describe('where words stand', () => {
  const copy = `# Title\n\n${LEAD}\n\n## First\n\n- item\n\n> quote\n\n## Second\n\nPhoto: one\n\nAdvertisement\n\nShare\n\n${SECOND}`;
  const blocks = findBlocks(copy);

  it('is said as people say it', () => {
    expect(blockLabels(blocks)).toEqual([
      'Headline',
      '¶ 1',
      'Subhead 1',
      '¶ 2',
      '¶ 3',
      'Subhead 2',
      'Caption',
      'Page furniture',
      'Page furniture',
      '¶ 4',
    ]);
  });

  it('is found by offset, also between blocks and past the end', () => {
    expect(blockLabel(blocks, copy.indexOf('Title'))).toBe('Headline');
    expect(blockLabel(blocks, copy.indexOf('- item'))).toBe('¶ 2');
    expect(blockLabel(blocks, copy.indexOf('item') + 3)).toBe('¶ 2');
    expect(blockLabel(blocks, copy.indexOf('Photo'))).toBe('Caption');
    expect(blockLabel(blocks, copy.length + 9)).toBe('¶ 4');
    expect(blockLabel([], 0)).toBe('Text');
    expect(blockIndexAt([], 0)).toBe(-1);
    for (const [index, { start, end }] of blocks.entries()) {
      expect(blockIndexAt(blocks, start)).toBe(index);
      expect(blockIndexAt(blocks, end - 1)).toBe(index);
    }
  });
});
