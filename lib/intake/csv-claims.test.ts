import { describe, expect, it } from 'vitest';
import { Refusal } from '@/lib/errors';
import { readClaimsCsv } from '@/lib/intake/csv-claims';

const read = (text: string) => readClaimsCsv(new TextEncoder().encode(text));

function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('a list of claims', () => {
  it('is read whatever the order of its columns, with its lines', () => {
    const rows = read(
      '\ufeffType,Claim words,Start,Who says so,Flags,Source title,Link,Excerpt,Where,Remark\r\n' +
        'numeric,"18 of the ""24"" drones",12,Air force,"central; sensitive",Post,https://force.example/1,"eighteen,\r\nit said",¶ 2,x\r\n' +
        '\r\n' +
        ',"third raid",,,,,,,,\r\n',
    );
    expect(rows).toEqual([
      {
        line: 2,
        quote: '18 of the "24" drones',
        start: 12,
        restatement: null,
        type: 'NUMERIC',
        claimant: 'Air force',
        flags: ['CENTRAL', 'SENSITIVE'],
        source: {
          title: 'Post',
          url: 'https://force.example/1',
          excerpt: 'eighteen,\r\nit said',
          locator: '¶ 2',
        },
      },
      {
        line: 5,
        quote: 'third raid',
        start: null,
        restatement: null,
        type: null,
        claimant: null,
        flags: [],
        source: null,
      },
    ]);
  });

  it.each([
    ['semicolons', 'quote;claimant\nthird raid;the city'],
    ['tabs', 'quote\tclaimant\nthird raid\tthe city'],
    ['old line ends', 'quote,claimant\rthird raid,the city'],
    ['UTF-16', 'quote,claimant\nthird raid,the city'],
  ])('with %s', (name, text) => {
    const bytes =
      name === 'UTF-16'
        ? new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
        : new TextEncoder().encode(text);
    expect(readClaimsCsv(bytes)).toMatchObject([{ quote: 'third raid', claimant: 'the city' }]);
  });

  it.each([
    ['', 'is empty'],
    ['\n\n', 'blank lines'],
    ['a,b\n1,2', 'Line 1 must name the columns'],
    ['quote\n', 'no claim under the names'],
    ['quote,claim\na,b', 'twice'],
    ['quote,type\na,numeric\nb,number', 'Line 3: “number” is no type'],
    ['quote,flags\na,central;odd', 'Line 2: “odd” is no flag'],
    ['quote,start\na,twelve', 'Line 2: “twelve” is no place'],
    ['quote,link\na,javascript:alert(1)', 'Line 2: “javascript:alert(1)” is no whole link'],
    ['quote,type\n,numeric', 'Line 2 has no words'],
    ['quote,type\na,numeric,more', 'Line 2 has more fields'],
    ['quote,type\n"a,numeric\nb,numeric', 'never closed'],
    ['quote,type\na "b" c,numeric', 'Line 2 has a quotation mark'],
    ['quote,type\n"a" b,numeric', 'Line 2 has a quotation mark'],
  ])('%j is refused with the line', (text, sentence) => {
    expect(refusal(text)).toContain(sentence);
  });
});
