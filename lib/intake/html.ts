import { parseHTML } from 'linkedom';
import type { Annotation, Proposal, ProposedBlock } from '@/lib/domain/intake-proposal';
import { setAside } from '@/lib/domain/propose-copy';
import { Refusal } from '@/lib/errors';
import { decodeText } from '@/lib/intake/decode-text';
import { type PageFacts, readPageFacts } from '@/lib/intake/page-facts';
import { findPieces } from '@/lib/intake/page-pieces';
import { refuseUnkeepable } from '@/lib/intake/plain-text';
import { chooseStory, readableHolders, type Story } from '@/lib/intake/story-pieces';

/** Larger pages are no stories, and reading them would keep everybody waiting. */
const LARGEST_PAGE = 5_000_000;
const MOST_ELEMENTS = 25_000;
const MOST_TAGS = 40_000;
const TOO_MANY = 'The page has more elements than can be looked through. Paste the story.';

type Given = { name: string | null; url: string | null; charset: string | null };

/**
 * A web page as copy: its story's paragraphs and, set aside where one can see them, what stands among them and is none.
 * No script of the page runs, and nothing it names is fetched.
 * @throws Refusal `invalid` with a sentence: no story in it, a sign-in page, or beyond reading
 */
export function readHtml(bytes: Uint8Array, given: Given): Proposal {
  if (bytes.length > LARGEST_PAGE)
    throw refused('The page is larger than 5 MB. Paste the words of the story instead.');
  const decoded = decodeText(bytes, given.charset ?? declaredIn(bytes));
  if (decoded === null)
    throw refused('This is no web page that can be read. Paste the words instead.');
  // Nobody writes so many blanks; what looks for their end would look long.
  const html = decoded.text.replace(/\s{200,}/g, '\n');
  // Counted before anything is built of them.
  if (countTags(html) > MOST_TAGS) throw refused(TOO_MANY);
  const { document } = parseHTML(withBody(html)) as unknown as { document: Document };
  if (document.querySelectorAll('*').length > MOST_ELEMENTS) throw refused(TOO_MANY);
  const facts = readPageFacts(document);
  const base = baseOf(document, given.url);
  const needsSignIn = document.querySelector('input[type="password"]') !== null;
  const pieces = findPieces(document, base);
  const readable = readableHolders(document, pieces);
  const story = chooseStory(pieces, readable, facts);
  refuseClosedPage(story, facts, needsSignIn);
  const page = asCopy(story.pieces);
  refuseUnkeepable(page.copy);
  const { description: _, isPaid, notices, ...proposed } = facts;
  return {
    kind: given.url === null ? 'HTML' : 'URL',
    name: given.name,
    url: given.url,
    ...page,
    ...proposed,
    notices: [
      ...(decoded.notice === null ? [] : [decoded.notice]),
      ...notices,
      ...(isPaid
        ? [
            'The page says that not everybody may read all of it. Compare its end with what you see in your browser.',
          ]
        : []),
      ...(story.leftOut > 0
        ? [
            `${story.leftOut} ${story.leftOut === 1 ? 'piece' : 'pieces'} of the page around the story, such as menus and footers, were left out.`,
          ]
        : []),
      ...(story.isGuess
        ? [
            'No one part of the page is clearly the story, so all of it stands here. Set aside what is not.',
          ]
        : []),
    ],
  };
}

/** Opening tags, at most one more than are allowed. */
function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= MOST_TAGS; at = html.indexOf('<', at + 1))
    if (/[a-z]/i.test(html[at + 1] ?? '')) count++;
  return count;
}

/** The set a page names in its first bytes; null: none. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2_048)).toString('latin1');
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1] ?? null;
}

/** A fragment as a page: linkedom looks for these elements and makes none. */
function withBody(html: string): string {
  if (/<html[\s>]/i.test(html))
    return /<body[\s>]/i.test(html)
      ? html
      : html.replace(/<\/head\s*>|(?=<(?:p|div|main|article|section|h1)[\s>])/i, '$&<body>');
  if (/<body[\s>]/i.test(html))
    return `<html>${/<head[\s>]/i.test(html) ? '' : '<head></head>'}${html}</html>`;
  return `<html><head></head><body>${html}</body></html>`;
}

function baseOf(document: Document, url: string | null): string | null {
  const href = document.querySelector('base')?.getAttribute('href') ?? '';
  if (href !== '' && URL.canParse(href, url ?? undefined))
    return new URL(href, url ?? undefined).href;
  return url;
}

const CLOSED =
  /\b(?:subscribe (?:now )?to (?:continue|read|keep)|(?:log|sign) ?in to (?:continue|read|view|your)|already a (?:subscriber|member)|create (?:a free|an) account to|for subscribers only|subscribers? only|to continue reading|register to (?:continue|read)|you have reached your (?:free )?(?:article )?limit)\b/iu;
const SHORT_STORY = 120;

/** A page that shows a door instead of the story. */
function refuseClosedPage(story: Story, facts: PageFacts, needsSignIn: boolean): void {
  const body = story.pieces.filter(({ excluded, kind }) => !excluded && kind !== 'HEADLINE');
  const words = body.reduce((sum, piece) => sum + piece.words.split(/\s+/).length, 0);
  if (words >= SHORT_STORY) return;
  const says = story.pieces.some((piece) => CLOSED.test(piece.words));
  if (needsSignIn || says || facts.isPaid)
    throw refused(
      'This page asks for a sign-in or a subscription before it shows the story. Open it in your browser and paste the words.',
    );
  if (body.length === 0)
    throw refused(
      'No story stands on this page: it may be made by a script in the browser. Open it there and paste the words.',
    );
}

/** The pieces as one copy, an empty line between two, with their blocks and the links inside the story. */
function asCopy(pieces: Story['pieces']): Pick<Proposal, 'copy' | 'blocks' | 'annotations'> {
  const parts: string[] = [];
  const blocks: ProposedBlock[] = [];
  const annotations: Annotation[] = [];
  let at = 0;
  for (const { words, kind, excluded, why, links } of pieces) {
    if (parts.length > 0) at += 2;
    parts.push(words);
    const block: ProposedBlock = { kind, start: at, end: at + words.length, excluded, why };
    if (excluded && why !== null) setAside(block, why);
    blocks.push(block);
    if (!excluded)
      for (const { start, end, url } of links)
        annotations.push({ kind: 'LINK', start: at + start, end: at + end, url });
    at += words.length;
  }
  return { copy: parts.join('\n\n'), blocks, annotations };
}

const refused = (sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { copy: [sentence] } });
