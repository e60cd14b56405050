import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../lib/domain/blocks';
import { type ClaimAnchor, reanchor } from '../../lib/domain/reanchor';
import { findSentences } from '../../lib/domain/sentences';

const ARTICLES = new URL('../../../shared/articles/', import.meta.url);
type Golden = {
  claims: { id: string; article: string; exact: string; start: number; end: number }[];
};

/** The only words whose loss beside a claim may pass in English, checked here against a list of their own. */
const MAY_GO =
  /^(?:a|an|the|and|but|that|who|which|also|however|meanwhile|moreover|furthermore|nevertheless|nonetheless|[a-z]+ly)$/iu;

const at = (copy: string, anchors: readonly ClaimAnchor[], after: string) =>
  reanchor({ before: { copy }, after: { copy: after }, language: 'en', anchors });

/** The sentences a claim stands in, as one stretch. */
function around(sentences: readonly { start: number; end: number }[], claim: ClaimAnchor) {
  const own = sentences.filter(({ start, end }) => start < claim.end && claim.start < end);
  return {
    start: Math.min(claim.start, ...own.map(({ start }) => start)),
    end: Math.max(claim.end, ...own.map(({ end }) => end)),
  };
}

if (!existsSync(ARTICLES)) {
  it('skipped: no ../shared', () => {
    expect(existsSync(ARTICLES)).toBe(false);
  });
} else {
  const golden = JSON.parse(readFileSync(new URL('golden.json', ARTICLES), 'utf8')) as Golden;
  describe.each([...new Set(golden.claims.map(({ article }) => article))])('%s', (article) => {
    const copy = readFileSync(new URL(article, ARTICLES), 'utf8');
    const anchors = golden.claims.filter((claim) => claim.article === article);
    const sentences = findSentences(copy, findBlocks(copy));

    it('keeps every verdict through edits in other sentences', () => {
      for (const claim of anchors) {
        const own = around(sentences, claim);
        const rest = (words: string) =>
          words.replace(/\p{Nd}/gu, '7').replace(/ and /gu, ', and also ');
        const after = `An updated version of this story.\n\n${rest(copy.slice(0, own.start))}${copy.slice(own.start, own.end)}${rest(copy.slice(own.end))}`;
        const [result] = at(copy, [claim], after);
        expect(result, claim.id).toMatchObject({ state: 'MOVED', verdictStands: true });
      }
    });

    it('keeps none when any figure in its sentence changes', () => {
      for (const claim of anchors) {
        const own = around(sentences, claim);
        for (const { 0: digit, index } of copy.slice(own.start, own.end).matchAll(/\d/g)) {
          const place = own.start + index;
          const after = `${copy.slice(0, place)}${(Number(digit) + 1) % 10}${copy.slice(place + 1)}`;
          const [result] = at(copy, [claim], after);
          expect(result?.verdictStands, `${claim.id} at ${place}`).toBe(false);
        }
      }
    });

    it('keeps none when a word in its sentence goes, save a few', () => {
      let seen = 0;
      for (const claim of anchors) {
        const own = around(sentences, claim);
        for (const { 0: word, index } of copy
          .slice(own.start, own.end)
          .matchAll(/[\p{L}\p{N}][\p{L}\p{N}’']*/gu)) {
          // All of them hold; every fifth is enough to notice when they no longer do.
          if (seen++ % 5 > 0) continue;
          const place = own.start + index;
          const isBeside = place + word.length <= claim.start || place >= claim.end;
          if (isBeside && MAY_GO.test(word)) continue;
          const after = `${copy.slice(0, place)}${copy.slice(place + word.length)}`;
          const [result] = at(copy, [claim], after);
          expect(result?.verdictStands, `${claim.id} at ${place}`).toBe(false);
        }
      }
    });
  });
}
