import { describe, expect, it } from 'vitest';
import { changedPlaces } from './changed-places';
import { diffVersions } from './version-diff';

const places = (before: string, after: string) =>
  changedPlaces(diffVersions({ copy: before }, { copy: after }));

const TEXT = 'The ferry left at noon with forty people.\n\nNobody was hurt when it came back late.';

describe('where two texts differ', () => {
  it.each([
    ['nowhere', TEXT, 0],
    ['in one figure', TEXT.replace('forty', 'fifty'), 1],
    ['in two paragraphs', TEXT.replace('noon', 'one').replace('Nobody', 'One person'), 2],
    ['in a paragraph of its own', `${TEXT}\n\nThe port is closed since then.`, 1],
    ['in a paragraph that is gone', TEXT.split('\n\n')[0] ?? '', 1],
  ])('%s', (_what, after, n) => {
    expect(places(TEXT, after)).toBe(n);
  });
});
