import type { ProposedFact } from '@/lib/domain/intake-proposal';
import { nameOf } from '@/lib/domain/propose-copy';

/** What a page says of itself, each with where it says so; null: nothing. */
export type PageFacts = {
  headline: ProposedFact | null;
  byline: ProposedFact | null;
  publisher: ProposedFact | null;
  publishedAt: ProposedFact | null;
  updatedAt: ProposedFact | null;
  language: ProposedFact | null;
  /** Its own words under the headline, as it gives them to others; null: none. */
  description: string | null;
  /** The page says that not everybody may read all of it. */
  isPaid: boolean;
  /** What does not agree, in sentences. */
  notices: string[];
};

const JSON_LD = 'the page’s structured data (JSON-LD)';

export function readPageFacts(document: Document): PageFacts {
  const meta = metaReader(document);
  const article = findArticle(document);
  const headings = [...document.querySelectorAll('h1')].map(lineOf).filter((line) => line !== '');
  const [heading] = headings;
  const publisher =
    fact(text(nested(article, 'publisher', 'name')), JSON_LD) ??
    meta(['og:site_name', 'application-name']);
  const shared = meta(['og:title', 'twitter:title']);
  const headline =
    (heading !== undefined && headings.length === 1
      ? fact(heading, 'the page’s main heading (h1)')
      : null) ??
    fact(text(article?.['headline']), JSON_LD) ??
    shared ??
    fact(
      titleWithoutSite(document.title ?? '', publisher?.value ?? null),
      'the page’s title (<title>)',
    ) ??
    fact(heading ?? '', 'the page’s first main heading (h1)');
  const publishedAt =
    dated(fact(text(article?.['datePublished']), JSON_LD)) ??
    dated(
      meta([
        'article:published_time',
        'og:article:published_time',
        'datePublished',
        'date',
        'dc.date',
      ]),
    ) ??
    timeElement(document);
  const updatedAt =
    dated(fact(text(article?.['dateModified']), JSON_LD)) ??
    dated(meta(['article:modified_time', 'og:updated_time', 'dateModified', 'lastmod']));
  const otherDate = dated(meta(['article:published_time']));
  return {
    headline,
    byline:
      fact(authors(article?.['author']), JSON_LD) ??
      named(meta(['author', 'article:author', 'parsely-author', 'dc.creator'])) ??
      named(
        element(
          document,
          '[rel~="author"], [itemprop="author"], .byline',
          'the byline on the page',
        ),
      ),
    publisher,
    publishedAt,
    updatedAt,
    language:
      languageOf(document.documentElement?.getAttribute('lang'), 'the page’s language (lang)') ??
      languageOf(text(article?.['inLanguage']), JSON_LD) ??
      languageOf(meta(['og:locale'])?.value, 'the page’s locale (og:locale)'),
    description: meta(['og:description', 'description', 'twitter:description'])?.value ?? null,
    isPaid: /false/i.test(String(article?.['isAccessibleForFree'] ?? '')),
    notices: [
      ...(shared !== null && headline !== null && differs(shared.value, headline.value)
        ? [`The page gives others another title: “${shared.value}”.`]
        : []),
      ...(otherDate !== null &&
      publishedAt !== null &&
      otherDate.value.slice(0, 10) !== publishedAt.value.slice(0, 10)
        ? [
            `The page gives two dates of publication: ${publishedAt.value} in ${publishedAt.from} and ${otherDate.value} in ${otherDate.from}.`,
          ]
        : []),
    ],
  };
}

type Data = Record<string, unknown>;

const ARTICLE_TYPES = /(?:Article|NewsArticle|Report|BlogPosting|LiveBlogPosting|WebPage)$/;
const MOST_SCRIPTS = 30;

/** The first article of the page's JSON-LD; null: none, or none that can be parsed. */
function findArticle(document: Document): Data | null {
  let page: Data | null = null;
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  for (const script of scripts.slice(0, MOST_SCRIPTS)) {
    for (const item of itemsOf(parsed(script.textContent ?? ''))) {
      const types = [item['@type']].flat().filter((type) => typeof type === 'string');
      if (!types.some((type) => ARTICLE_TYPES.test(type))) continue;
      if (!types.includes('WebPage')) return item;
      page ??= item;
    }
  }
  return page;
}

function itemsOf(value: unknown): Data[] {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item: unknown) => {
    if (!isData(item)) return [];
    const graph = item['@graph'];
    return [item, ...(Array.isArray(graph) ? graph.filter(isData) : [])];
  });
}

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.trim());
  } catch {
    // Sites write broken JSON; then the page says nothing here.
    return null;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const nested = (item: Data | null, outer: string, inner: string): unknown => {
  const value = [item?.[outer]].flat()[0];
  return isData(value) ? value[inner] : undefined;
};

function authors(value: unknown): string {
  return [value]
    .flat()
    .map((author) => (isData(author) ? text(author['name']) : text(author)))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^https?:/.test(name))
    .slice(0, 12)
    .join(', ');
}

function metaReader(document: Document): (names: readonly string[]) => ProposedFact | null {
  const values = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const name =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const content = meta.getAttribute('content');
    if (name && content && !values.has(name.toLowerCase())) values.set(name.toLowerCase(), content);
  }
  return (names) => {
    for (const name of names) {
      const found = fact(
        values.get(name.toLowerCase()) ?? '',
        `the page’s own description (${name})`,
      );
      if (found !== null) return found;
    }
    return null;
  };
}

const LONGEST_FACT = 500;

/** One line of it; null when there is nothing in it. */
function fact(value: string, from: string): ProposedFact | null {
  const line = clean(value);
  return line === '' || line.length > LONGEST_FACT ? null : { value: line, from };
}

const clean = (value: string): string =>
  value
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .toWellFormed()
    .trim();

const lineOf = (node: Element): string => clean(node.textContent ?? '');

const element = (document: Document, selector: string, from: string): ProposedFact | null => {
  const found = document.querySelector(selector);
  return found === null ? null : fact(found.textContent ?? '', from);
};

/** Without "By"; null when it is no name: an address, or a sentence. */
function named(given: ProposedFact | null): ProposedFact | null {
  if (given === null || /^https?:|@/.test(given.value) || given.value.length > 200) return null;
  const value = nameOf(given.value);
  return value === '' ? null : { ...given, value };
}

/** Only a date that says its year, month and day counts; it stays as the page has it. */
function dated(given: ProposedFact | null): ProposedFact | null {
  if (given === null || !/^\d{4}-\d{2}-\d{2}/.test(given.value)) return null;
  return Number.isNaN(Date.parse(given.value)) ? null : given;
}

function timeElement(document: Document): ProposedFact | null {
  const time =
    document.querySelector('time[itemprop="datePublished"], time[pubdate]') ??
    document.querySelector('article time[datetime], header time[datetime]');
  const at = time?.getAttribute('datetime') ?? '';
  const shown = time === null ? '' : lineOf(time);
  return dated(
    fact(at, shown === '' ? 'a time on the page (<time>)' : `a time on the page: “${shown}”`),
  );
}

function languageOf(value: string | null | undefined, from: string): ProposedFact | null {
  const code = (value ?? '').trim().replace('_', '-');
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/.test(code) ? { value: code, from } : null;
}

/** "Bridge closes | The Paper" without the paper. */
function titleWithoutSite(title: string, publisher: string | null): string {
  const line = clean(title);
  if (publisher === null) return line;
  for (const mark of [' | ', ' - ', ' – ', ' — ', ' · ', ': '])
    if (line.toLowerCase().endsWith(`${mark}${publisher}`.toLowerCase()))
      return line.slice(0, line.length - mark.length - publisher.length);
  return line;
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Neither says all that the other does: a site's name behind the title is no difference. */
const differs = (one: string, other: string): boolean =>
  !plain(one).includes(plain(other)) && !plain(other).includes(plain(one));
