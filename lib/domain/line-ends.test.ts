import { describe, expect, it } from 'vitest';
import { withLineEndsOf } from './line-ends';

describe('a text edited in a browser', () => {
  it.each([
    ['keeps plain line ends', 'a\nb\n', 'a\nc\n', 'a\nc\n'],
    ['gets those of Windows back', 'a\r\nb\r\n', 'a\nc\n', 'a\r\nc\r\n'],
    ['gets old ones back', 'a\rb\r', 'a\nc\n', 'a\rc\r'],
    ['that was not edited is the text itself', 'a\r\nb\nc\r', 'a\nb\nc\n', 'a\r\nb\nc\r'],
    ['gets those that the text has most', 'a\r\nb\nc\r\nd', 'a\nb\nc\nx', 'a\r\nb\r\nc\r\nx'],
    ['without any line end stays as it is', 'a', 'a\nb', 'a\nb'],
  ])('%s', (_what, original, edited, result) => {
    expect(withLineEndsOf(original, edited)).toBe(result);
  });
});
