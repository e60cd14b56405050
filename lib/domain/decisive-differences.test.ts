import { describe, expect, it } from 'vitest';
import { decisiveClass, type SentenceToken } from './decisive-differences';
import { createSpeller, readTokens } from './tokens';

/** The tokens of some words within a sentence, beside these others. */
function tokens(
  words: string,
  beside: { previous?: string; next?: string; isFirst?: boolean },
): SentenceToken[] {
  const { starts, ends, count } = readTokens(words, createSpeller({ folded: false }));
  const raw = Array.from({ length: count }, (_, at) => words.slice(starts[at], ends[at]));
  return raw.map((each, at) => ({
    raw: each,
    isFirst: at === 0 && beside.isFirst === true,
    isAtClaim: false,
    previous: raw[at - 1] ?? beside.previous ?? 'tug',
    next: raw[at + 1] ?? beside.next ?? 'ran',
  }));
}

const kind = (gone: string, came: string, language = 'en', beside = {}) =>
  decisiveClass({ gone: tokens(gone, beside), came: tokens(came, beside) }, language);

describe('beside a claim', () => {
  it.each([
    ['12', '13', 'NUMBER'],
    ['twelve', 'thirteen', 'NUMBER'],
    ['not', '', 'NEGATION'],
    ["didn't", 'did', 'NEGATION'],
    ['at least', '', 'QUALIFIER'],
    ['preliminary', 'final', 'QUALIFIER'],
    ['Monday', 'Tuesday', 'DATE'],
    ['euros', 'dollars', 'UNIT'],
    ['%', '', 'UNIT'],
    ['Dahl', 'Dale', 'NAME'],
    ['WHO', '', 'NAME'],
    ['police', 'residents', 'ATTRIBUTION'],
    ['school', 'church', 'OTHER'],
    [':', ',', 'MARK'],
    ['.', '?', 'MARK'],
  ])('“%s” for “%s” is decisive (%s)', (gone, came, expected) => {
    expect(kind(gone, came)).toBe(expected);
  });

  it.each([
    [',', ''],
    ['–', '-'],
    ['(', ','],
    ['the', 'a'],
    ['', 'that'],
    ['', 'quietly'],
    ["didn't", 'did not'],
    ['goverment', 'government'],
    ['comittee', 'committee'],
    ['organised', 'organized'],
    ['harbour', 'harbor'],
    ['“', '"'],
  ])('“%s” for “%s” is not', (gone, came) => {
    expect(kind(gone, came)).toBeNull();
  });

  it('what is harmless elsewhere is not beside a figure', () => {
    expect(kind('the', '', 'en', { next: '12' })).toBe('QUALIFIER');
    expect(kind('–', ',', 'en', { previous: '5', next: '10' })).toBe('NUMBER');
    expect(kind('tanks', 'trucks', 'en', { previous: '14' })).toBe('UNIT');
  });

  it('a sentence’s capital is no name', () => {
    expect(kind('the', 'The', 'en', { isFirst: true })).toBeNull();
    expect(kind('Also', '', 'en', { isFirst: true })).toBeNull();
    expect(kind('the', 'The', 'en')).toBe('NAME');
  });

  it('every word counts in a language that has no lists', () => {
    expect(kind('ve', '', 'tr')).toBe('OTHER');
    expect(kind(',', '', 'tr')).toBeNull();
    expect(kind('und', '', 'de')).toBeNull();
    expect(kind('і', 'та', 'uk')).toBeNull();
  });
});
