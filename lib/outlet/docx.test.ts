import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tighten } from '@/lib/docx/tight-change';
import { readDocx } from '@/lib/intake/docx';
import { writeDocx } from '@/lib/outlet/docx';
import {
  AUTHOR,
  DRAFTS,
  draftBytes,
  formatting,
  ofKind,
  plan,
  wildPlan,
} from '@/test/drafts/drafts';
import { breaches } from '@/test/drafts/word-rules';

/** Parts that a comment or a tracked change belongs into. */
const MAY_CHANGE =
  /^(?:\[Content_Types\]\.xml|word\/(?:document|comments|commentsExtended|people)\.xml|word\/_rels\/document\.xml\.rels)$/;

describe('drafts that go back the way they came', () => {
  it('has thirty of them', () => {
    expect(DRAFTS.length).toBeGreaterThanOrEqual(30);
  });

  it.each(DRAFTS)('%s comes back with its words, its marks and ours', async (name) => {
    const original = draftBytes(name);
    const was = await readDocx(original, name);
    const { suggestions, comments } = plan(was);
    const { bytes, leftOut } = await writeDocx({ original, copy: was.copy, suggestions, comments });
    const is = await readDocx(bytes, name);

    expect(is.copy).toBe(was.copy);
    expect(is.blocks).toEqual(was.blocks);
    const left = leftOut.filter(({ kind }) => kind === 'suggestion');
    expect(leftOut.filter(({ kind }) => kind === 'comment')).toEqual([]);
    const added = comments.reduce((sum, { replies = [] }) => sum + 1 + replies.length, 0);
    const count = (kind: Parameters<typeof ofKind>[1]) => [
      ofKind(is, kind).length,
      ofKind(was, kind).length,
    ];
    expect(count('FOOTNOTE')[0]).toBe(count('FOOTNOTE')[1]);
    expect(count('ENDNOTE')[0]).toBe(count('ENDNOTE')[1]);
    expect(ofKind(is, 'LINK')).toEqual(ofKind(was, 'LINK'));
    expect(ofKind(is, 'COMMENT')).toHaveLength(ofKind(was, 'COMMENT').length + added + left.length);
    expect(ofKind(is, 'CHANGE')).toHaveLength(
      ofKind(was, 'CHANGE').length + suggestions.length - left.length,
    );

    // Each where it belongs, in its own words.
    const changes = ofKind(is, 'CHANGE').map(tighten);
    for (const [index, suggestion] of suggestions.entries()) {
      if (left.some((each) => each.index === index)) continue;
      expect(changes).toContainEqual(expect.objectContaining(tighten(suggestion)));
    }
    const asked = ofKind(is, 'COMMENT').filter(({ author }) => author === AUTHOR);
    // Word takes no comments inside a text box: those stand where the box hangs.
    const boxes = was.blocks.filter(({ why }) => why === 'In a text box.');
    for (const { start, end, text } of comments) {
      const isBoxed = boxes.some((box) => box.start <= start && end <= box.end);
      const expected = isBoxed ? { text } : { start, end, text };
      expect(asked).toContainEqual(expect.objectContaining(expected));
    }
    const answers = is.annotations.flatMap((each) =>
      each.kind === 'COMMENT' && each.author === 'Ada Reply' ? [each] : [],
    );
    for (const { answers: at } of answers)
      expect(is.annotations[at ?? -1]).toMatchObject({ kind: 'COMMENT', author: AUTHOR });

    expect(await breaches(bytes)).toEqual([]);
    expect(await formatting(bytes)).toEqual(await formatting(original));
    const before = unzipSync(original);
    const after = unzipSync(bytes);
    for (const [part, content] of Object.entries(before))
      if (!MAY_CHANGE.test(part)) expect(Buffer.from(after[part] ?? []).equals(content)).toBe(true);
    for (const part of Object.keys(after))
      expect(part in before || MAY_CHANGE.test(part)).toBe(true);
  });

  it.each(DRAFTS)(
    '%s keeps its words and Word’s rules whatever is suggested where',
    async (name) => {
      const original = draftBytes(name);
      const was = await readDocx(original, name);
      const { copy } = was;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.nat(5_000), fc.nat(80), fc.nat(6)), { minLength: 1, maxLength: 8 }),
          async (places) => {
            const { suggestions, comments } = wildPlan(copy, places);
            const { bytes, leftOut } = await writeDocx({ original, copy, suggestions, comments });
            expect(await breaches(bytes)).toEqual([]);
            const is = await readDocx(bytes, name);
            expect(is.copy).toBe(copy);
            expect(ofKind(is, 'FOOTNOTE')).toHaveLength(ofKind(was, 'FOOTNOTE').length);
            expect(ofKind(is, 'LINK')).toHaveLength(ofKind(was, 'LINK').length);
            expect(ofKind(is, 'COMMENT')).toHaveLength(
              ofKind(was, 'COMMENT').length + comments.length + leftOut.length,
            );
          },
        ),
        { numRuns: 6, seed: 7, endOnFailure: true },
      );
    },
  );
});
