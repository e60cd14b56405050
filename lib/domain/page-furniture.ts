/**
 * What a web page leaves in pasted copy: share links, teasers, newsletter boxes. Only wording that no story uses as a
 * line of its own is listed; anything in doubt stays body, because a person excludes a block more easily than they
 * notice one missing.
 */

const WHOLE_LINES: ReadonlySet<string> = new Set([
  'share',
  'share this',
  'share this article',
  'share this story',
  'share on facebook',
  'share on twitter',
  'share on x',
  'share on linkedin',
  'share on whatsapp',
  'facebook',
  'twitter',
  'pinterest',
  'linkedin',
  'whatsapp',
  'telegram',
  'reddit',
  'tumblr',
  'tweet',
  'email',
  'e-mail',
  'print',
  'copy link',
  'on key',
  'related',
  'related posts',
  'related articles',
  'related stories',
  'related news',
  'related topics',
  'most popular',
  'most read',
  'most viewed',
  'editors’ picks',
  "editors' picks",
  'recommended',
  'recommended for you',
  'you may also like',
  'you might also like',
  'more from this section',
  'trending',
  'trending now',
  'recent posts',
  'recent comments',
  'leave a comment',
  'leave a reply',
  'post a comment',
  'source link',
  'source: read full article',
  'read full article',
  'read more',
  'read also',
  'read next',
  'continue reading',
  'story continues below',
  'article continues below',
  'article continues after advertisement',
  'advertisement',
  'advertisements',
  'advertising',
  'advert',
  'sponsored',
  'sponsored content',
  'paid content',
  'don’t miss',
  "don't miss",
  'subscribe',
  'subscribe now',
  'log in',
  'sign in',
  'sign up',
  'skip to content',
  'skip to main content',
  'back to top',
  'privacy policy',
  'cookie policy',
  'terms of use',
  'terms of service',
  'all rights reserved',
]);

const PATTERNS: readonly RegExp[] = [
  /^read (?:more|also|next)\s?:\s?\S/i,
  /^sign up (?:for|to) (?:our|the|your) (?:[\p{L}’'-]+ ){0,4}newsletters?\b.{0,60}$/iu,
  /^subscribe to (?:our|the) (?:[\p{L}’'-]+ ){0,4}(?:newsletters?|channel|podcast)\b.{0,60}$/iu,
  /^follow us on (?:facebook|twitter|x|instagram|telegram|youtube|linkedin|google news)\b.{0,60}$/i,
  /^advertisement\s?[-–—:]\s?(?:story|article|scroll).{0,40}$/i,
];

const TEASER_TAG = /\[[\p{Lu} ]{4,20}\]$/u;
const BREADCRUMB = /^(?:Home|HOME)(?:[\s>»›/|]|\p{Lu})/u;

/** Whether this line, trimmed, is page furniture by its own words. */
export function isFurnitureLine(line: string): boolean {
  if (line.length > 200) return false;
  const words = line
    .toLowerCase()
    .replace(/(?:\s?(?:…|\.\.\.|:|»|>|→))+$/, '')
    .replace(/\s+/g, ' ');
  return WHOLE_LINES.has(words) || PATTERNS.some((pattern) => pattern.test(line));
}

/** Whether this line directly under a furniture line is one of its teasers: "A headline of another page[VIDEO]". */
export const isTeaserLine = (line: string): boolean => line.length <= 200 && TEASER_TAG.test(line);

/** Whether this line is the way to the page, ending in the next line's words: "Home > World > Headline". */
export const isBreadcrumb = (line: string, next: string): boolean =>
  next !== '' && line.length > next.length && line.endsWith(next) && BREADCRUMB.test(line);
