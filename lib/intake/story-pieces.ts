import { Readability } from '@mozilla/readability';
import { BYLINE, DATE_LINE } from '@/lib/domain/blocks';
import { endsSentence } from '@/lib/domain/copy-lines';
import { whyFurniture } from '@/lib/domain/page-furniture';
import { Refusal } from '@/lib/errors';
import type { PageFacts } from '@/lib/intake/page-facts';
import type { Piece } from '@/lib/intake/page-pieces';

const MARK = 'data-stet-piece';

/** The holders that Mozilla's reader view keeps as the story; null: it finds none. It takes the document apart. */
export function readableHolders(document: Document, pieces: readonly Piece[]): Set<Element> | null {
  const holders = new Map<string, Element>();
  for (const [at, { holder }] of pieces.entries()) {
    if (holder.hasAttribute(MARK)) continue;
    holder.setAttribute(MARK, String(at));
    holders.set(String(at), holder);
  }
  // Ancestors are asked for after it took the document apart.
  for (const piece of pieces) ancestorsOf(piece.holder);
  const article = new Readability<Element>(document, {
    serializer: (node) => node as Element,
    charThreshold: 200,
    keepClasses: true,
  }).parse();
  const kept = new Set<Element>();
  for (const node of article?.content?.querySelectorAll(`[${MARK}]`) ?? []) {
    const holder = holders.get(node.getAttribute(MARK) ?? '');
    if (holder !== undefined) kept.add(holder);
  }
  return kept.size === 0 ? null : kept;
}

const ancestors = new WeakMap<Element, readonly Element[]>();

/** From the holder outwards, as they stood when first asked. */
function ancestorsOf(holder: Element): readonly Element[] {
  const known = ancestors.get(holder);
  if (known !== undefined) return known;
  const line: Element[] = [];
  for (let at: Element | null = holder; at !== null; at = at.parentElement) line.push(at);
  ancestors.set(holder, line);
  return line;
}

export type Story = {
  pieces: (Piece & { why: string | null; excluded: boolean })[];
  leftOut: number;
  isGuess: boolean;
};

/** Which pieces are the story, which stand among it and are set aside, and how many stand elsewhere. */
export function chooseStory(
  pieces: readonly Piece[],
  kept: Set<Element> | null,
  facts: PageFacts,
): Story {
  const isKept = (piece: Piece): boolean =>
    kept === null || (kept.has(piece.holder) && piece.why === null);
  const region = kept === null ? null : regionOf(pieces.filter(isKept));
  const title = plain(facts.headline?.value ?? '');
  let headline = pieces.findIndex(
    (piece) => piece.heading === 'h1' && plain(piece.words) === title,
  );
  if (headline < 0)
    headline = pieces.findIndex((piece) => piece.heading !== null && plain(piece.words) === title);
  const inside = pieces
    .map((piece, at) => ({ piece, at }))
    .filter(({ piece, at }) => at === headline || isInside(piece, region));
  const firstKept = inside.findIndex(({ piece }) => isKept(piece));
  const lastKept = inside.findLastIndex(({ piece }) => isKept(piece));
  const firstParagraph = inside.findIndex(
    ({ piece: { kind, words } }) => kind === 'BODY' && words.length >= 120 && endsSentence(words),
  );
  const story = inside.map(({ piece, at }, place) => {
    if (at === headline)
      return {
        ...piece,
        kind: 'HEADLINE' as const,
        why: 'The headline the page gives.',
        excluded: false,
      };
    const isBetween = place > firstKept && place < lastKept;
    const why = whySetAside(piece, kept, isBetween, place < firstParagraph);
    if (why !== null) return { ...piece, kind: 'FURNITURE' as const, why, excluded: true };
    const isDropped = kept !== null && !kept.has(piece.holder) && piece.kind === 'BODY';
    return {
      ...piece,
      excluded: false,
      why: isDropped
        ? 'The reader view leaves it out; look whether it belongs to the story.'
        : null,
    };
  });
  nameStandfirst(story, facts);
  if (headline < 0 && facts.headline !== null) story.unshift(titleOnly(facts.headline, pieces));
  return { pieces: story, leftOut: pieces.length - inside.length, isGuess: kept === null };
}

/** The smallest element that holds all these, widened to the article or the main part around it; null: the page. */
function regionOf(pieces: readonly Piece[]): Element | null {
  const holders = [...new Set(pieces.map(({ holder }) => holder))];
  const held = new Map<Element, number>();
  for (const holder of holders)
    for (const element of ancestorsOf(holder)) held.set(element, (held.get(element) ?? 0) + 1);
  const [first] = holders;
  const line =
    first === undefined
      ? []
      : ancestorsOf(first).filter((element) => held.get(element) === holders.length);
  const wider = line.find(
    (element) =>
      /^(?:ARTICLE|MAIN)$/i.test(element.tagName) || element.getAttribute('role') === 'main',
  );
  return wider ?? line[0] ?? null;
}

const isInside = (piece: Piece, region: Element | null): boolean =>
  region === null || ancestorsOf(piece.holder).includes(region);

const TOP_LINE =
  /^(?:(?:first )?published|updated|last (?:updated|modified)|posted|modified|\d{1,3}[ -]min(?:ute)?s?(?: read)?)\b.{0,90}$/iu;

/** Why this piece of the story's part is none of it; null: it is. */
function whySetAside(
  piece: Piece,
  kept: Set<Element> | null,
  isBetween: boolean,
  isTop: boolean,
): string | null {
  const { words, links, kind } = piece;
  if (piece.why !== null && !(kind === 'CAPTION' && kept?.has(piece.holder))) return piece.why;
  const furniture = whyFurniture(words);
  if (furniture !== null) return furniture;
  if (isTop && words.length <= 120 && (DATE_LINE.test(words) || TOP_LINE.test(words)))
    return 'The page’s own line about its date.';
  const linked = links.reduce((sum, { start, end }) => sum + end - start, 0);
  if (
    kind !== 'CAPTION' &&
    kind !== 'TABLE_ROW' &&
    linked >= words.length * 0.9 &&
    !endsSentence(words)
  )
    return 'The whole line is a link to another page.';
  if (kept === null || kept.has(piece.holder) || kind === 'CAPTION') return null;
  const isParagraph = words.length >= 80 && endsSentence(words) && linked < words.length / 3;
  if (isParagraph && isBetween) return null;
  if (isTop && (piece.heading !== null || BYLINE.test(words) || isParagraph)) return null;
  return 'The reader view of the page leaves it out.';
}

/** The line under the headline that the page also gives others as what the story is about. */
function nameStandfirst(story: Story['pieces'], facts: PageFacts): void {
  const at = story.findIndex(({ kind }) => kind === 'HEADLINE');
  for (const piece of story.slice(at + 1, at + 4)) {
    if (piece.excluded) continue;
    const name = `${piece.holder.getAttribute('class') ?? ''} ${piece.holder.getAttribute('itemprop') ?? ''}`;
    const isNamed =
      /standfirst|stand-first|\bdek\b|sub-?(?:head|title|headline)|strapline|\bsummary\b|\bintro\b|\blede?\b|description/i.test(
        name,
      );
    const isDescription =
      facts.description !== null && plain(facts.description) === plain(piece.words);
    if (!isNamed && !isDescription && piece.heading !== 'h2') {
      if (BYLINE.test(piece.words)) continue;
      return;
    }
    if (piece.words.length > 400) return;
    piece.kind = 'STANDFIRST';
    piece.why = isDescription
      ? 'The page gives the same words as its description.'
      : 'Stands under the headline.';
    return;
  }
}

/** The headline where it does not stand among the paragraphs: it is checked like any other words. */
function titleOnly(
  headline: { value: string; from: string },
  pieces: readonly Piece[],
): Story['pieces'][number] {
  const [first] = pieces;
  if (first === undefined)
    throw new Refusal('invalid', 'There are no words on this page. Paste the story instead.');
  return {
    kind: 'HEADLINE',
    heading: 'h1',
    words: headline.value,
    links: [],
    holder: first.holder,
    why: `Taken from ${headline.from}; it does not stand among the paragraphs.`,
    excluded: false,
  };
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
