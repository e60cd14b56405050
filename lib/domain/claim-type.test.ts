import { describe, expect, it } from 'vitest';
import { firstGuessAtType } from './claim-type';

describe('the type a claim begins with', () => {
  it.each([
    ['18 of the 24 drones', 'NUMERIC'],
    ['twelve of fifteen drones', 'NUMERIC'],
    ['Three drones hit a residence', 'NUMERIC'],
    ['half of the cameras', 'NUMERIC'],
    ['£4.2 million', 'NUMERIC'],
    ['at about 2:30 a.m.', 'DATE_TIME'],
    ['at 2.30 in the morning', 'DATE_TIME'],
    ['since a Cessna landed beside Red Square in 1987', 'DATE_TIME'],
    ['on Jan 5', 'DATE_TIME'],
    ['“just lying”', 'QUOTE'],
    ['"in 2019, 18 of 24"', 'QUOTE'],
    ['«так»', 'QUOTE'],
    ['  ‘I had read every page’ ', 'QUOTE'],
    ['He showed nothing to support it', 'STATEMENT'],
    ['he called it “just lying” on air', 'STATEMENT'],
    ['the one who was often there', 'STATEMENT'],
    ['', 'STATEMENT'],
  ])('“%s” begins as %s', (words, type) => {
    expect(firstGuessAtType(words)).toBe(type);
  });
});
