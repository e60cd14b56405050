import type { BlockKind } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';

/** A paragraph of a page, in the order of the page. */
export type Piece = {
  kind: BlockKind;
  /** `h1` to `h6`, else null. */
  heading: string | null;
  words: string;
  /** Links inside the words: UTF-16 offsets into them, whole addresses. */
  links: { start: number; end: number; url: string }[];
  /** The element that holds it. */
  holder: Element;
  /** Why it belongs to the page rather than to the story, by where it stands; null: it does not say. */
  why: string | null;
};

const SKIPPED: ReadonlySet<string> = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'SVG',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'SELECT',
  'TEXTAREA',
  'INPUT',
  'BUTTON',
  'HEAD',
  'MATH',
]);

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'
  ).split(' '),
);

const NAVIGATION = 'Stands in the page’s navigation.';
const BESIDE = 'Stands in a box beside the story.';
const FOOTER = 'Stands in a footer of the page.';
const FORM = 'Belongs to a form on the page.';
const WINDOW = 'Stands in a window over the page.';

const REGIONS: Readonly<Record<string, string>> = {
  NAV: NAVIGATION,
  ASIDE: BESIDE,
  FOOTER,
  FORM,
  DIALOG: WINDOW,
};

const ROLES: Readonly<Record<string, string>> = {
  navigation: NAVIGATION,
  complementary: BESIDE,
  contentinfo: FOOTER,
  dialog: WINDOW,
  alertdialog: WINDOW,
  search: FORM,
};

const named = (words: string): RegExp => new RegExp(`(?:^|[-_\\s])(?:${words})(?:[-_\\s]|$)`, 'i');

/** What the names of boxes say: wording of class and id that sites use for what is not the story. */
const BOXES: readonly (readonly [RegExp, string])[] = [
  [named('cookies?|consent|gdpr|privacy-?banner'), 'A notice about cookies.'],
  [named('newsletters?|subscribe|subscription|sign-?up'), 'An invitation to sign up or subscribe.'],
  [named('share|sharing|shares|social|sharedaddy|addthis'), 'A box of share links.'],
  [
    named(
      'related|read-?more|more-?stories|recommend(?:ed|ations?)|most-?(?:read|popular|viewed)|trending|promos?|teasers?|outbrain|taboola|see-?also|also-?read',
    ),
    'A box with other stories.',
  ],
  [
    named('ads?|advert|advertisement|advertising|sponsor|sponsored'),
    'Belongs to an advertisement.',
  ],
  [named('comments?|disqus|comment-?list'), 'Belongs to the comments under the page.'],
  [named('breadcrumbs?'), 'The way to the page, as its menu shows it.'],
];

const DEEPEST = 300;
const MOST_PIECES = 10_000;

type Place = {
  kind: BlockKind;
  heading: string | null;
  why: string | null;
  href: string | null;
  depth: number;
  isPre: boolean;
};

/**
 * The paragraphs of a page, in order: headings, paragraphs, list items, quotes, captions and table rows, with links
 * and white space as a browser would show it. Hidden parts, scripts, forms' fields and frames are not read.
 * @param base address that relative links are read against; null: only whole ones are kept
 * @throws Refusal for a page nested or long beyond reading
 */
export function findPieces(document: Document, base: string | null): Piece[] {
  const pieces: Piece[] = [];
  const { body } = document;
  if (body === null) return pieces;
  const wholeLength = textLength(body);
  let open: (Omit<Piece, 'words'> & { words: string }) | null = null;

  function close(): void {
    if (open === null) return;
    const words = open.words.replace(/[ \n]+$/, '');
    if (/[\p{L}\p{N}]/u.test(words)) {
      if (pieces.length >= MOST_PIECES)
        throw refused('The page has more paragraphs than can be looked through. Paste the story.');
      const links = open.links
        .map((link) => ({ ...link, end: Math.min(link.end, words.length) }))
        .filter(({ start, end }) => start < end);
      pieces.push({ ...open, words, links });
    }
    open = null;
  }

  function write(text: string, holder: Element, place: Place): void {
    const kept = text.replace(/[^\P{Cc}\t\n\r\f]/gu, '');
    const clean = place.isPre
      ? kept
          .replace(/\r\n?/g, '\n')
          .replace(/[ \t\f]+/g, ' ')
          .replace(/\n(?: ?\n)+/g, '\n\n')
      : kept.replace(/[ \t\n\r\f]+/g, ' ');
    if (open === null) {
      if (/^[ \n]*$/.test(clean)) return;
      open = {
        kind: place.kind,
        heading: place.heading,
        words: '',
        links: [],
        holder,
        why: place.why,
      };
    }
    const tail = open.words.at(-1);
    const joined =
      tail === undefined || tail === ' ' || tail === '\n' ? clean.replace(/^[ \n]+/, '') : clean;
    if (joined === '') return;
    const start = open.words.length + (/^ /.test(joined) ? 1 : 0);
    open.words += joined;
    const end = open.words.length - (/ $/.test(joined) ? 1 : 0);
    if (place.href === null || start >= end) return;
    const last = open.links.at(-1);
    if (last?.url === place.href && open.words.slice(last.end, start).trim() === '') last.end = end;
    else open.links.push({ start, end, url: place.href });
  }

  function walk(element: Element, outer: Place): void {
    const tag = element.tagName.toUpperCase();
    if (SKIPPED.has(tag) || isHidden(element)) return;
    if (outer.depth > DEEPEST)
      throw refused('The page is nested too deeply to be read. Paste the words of the story.');
    if (tag === 'BR') {
      if (open !== null) lineBreak(element);
      return;
    }
    const isBlock = BLOCKS.has(tag);
    const isRow = tag === 'TR';
    const inRow = outer.kind === 'TABLE_ROW';
    if (inRow && (tag === 'TD' || tag === 'TH')) cellEdge();
    else if (isBlock && !inRow) close();
    const place: Place = {
      kind: isRow ? 'TABLE_ROW' : kindOf(tag, element, outer.kind),
      heading: /^H[1-6]$/.test(tag) ? tag.toLowerCase() : isBlock ? null : outer.heading,
      why: outer.why ?? whyHere(tag, element, wholeLength),
      href: tag === 'A' ? wholeAddress(element.getAttribute('href'), base) : outer.href,
      depth: outer.depth + 1,
      isPre: outer.isPre || tag === 'PRE',
    };
    for (const child of element.childNodes) {
      if (child.nodeType === 3) write(child.textContent ?? '', element, place);
      else if (child.nodeType === 1) walk(child as Element, place);
    }
    if (isBlock && !inRow) close();
  }

  /** A second break in a row parts paragraphs; one is a line's end. */
  function lineBreak(element: Element): void {
    if (open === null) return;
    if (/\n$/.test(open.words)) close();
    else if (open.kind === 'HEADLINE' || /^H[1-6]$/.test(element.parentElement?.tagName ?? ''))
      open.words = `${open.words.replace(/ +$/, '')} `;
    else open.words = `${open.words.replace(/ +$/, '')}\n`;
  }

  function cellEdge(): void {
    if (open !== null) open.words = `${open.words.replace(/[ \n]+$/, '')} | `;
  }

  walk(body, { kind: 'BODY', heading: null, why: null, href: null, depth: 0, isPre: false });
  close();
  return pieces;
}

function kindOf(tag: string, element: Element, outer: BlockKind): BlockKind {
  if (outer === 'TABLE_ROW' || outer === 'CAPTION' || outer === 'QUOTE') return outer;
  if (/^H[1-6]$/.test(tag)) return 'SUBHEAD';
  if (tag === 'FIGCAPTION' || (tag !== 'BODY' && named('captions?').test(element.className ?? '')))
    return 'CAPTION';
  if (tag === 'BLOCKQUOTE') return 'QUOTE';
  if (tag === 'LI' || tag === 'DD' || tag === 'DT') return 'LIST_ITEM';
  return outer;
}

/** Why what stands in this element belongs to the page; null: it does not say. */
function whyHere(tag: string, element: Element, wholeLength: number): string | null {
  const region = REGIONS[tag] ?? ROLES[element.getAttribute('role') ?? ''] ?? null;
  const name = `${element.getAttribute('class') ?? ''} ${element.id ?? ''}`;
  const box = name.trim() === '' ? null : (BOXES.find(([names]) => names.test(name))?.[1] ?? null);
  const why = box ?? region;
  if (why === null || tag === 'BODY' || tag === 'MAIN' || tag === 'ARTICLE') return null;
  // Some sites name the whole page after one of its boxes, or wrap all of it in a form.
  return textLength(element) * 3 > wholeLength ? null : why;
}

const textLength = (element: Element): number => (element.textContent ?? '').length;

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
      element.getAttribute('style') ?? '',
    )
  );
}

/** A link to another page of the web; null for anything else. */
function wholeAddress(href: string | null, base: string | null): string | null {
  if (href === null || href.trim().startsWith('#')) return null;
  if (!URL.canParse(href, base ?? undefined)) return null;
  const url = new URL(href, base ?? undefined);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (base !== null && url.href.replace(/#.*$/, '') === base.replace(/#.*$/, '')) return null;
  return url.href.length > 4_000 ? null : url.href;
}

const refused = (sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { copy: [sentence] } });
