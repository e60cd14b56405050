/**
 * What a web page leaves in pasted copy: share links, teasers, newsletter boxes. Only wording that no story uses as a
 * line of its own is listed; anything in doubt stays body, because a person excludes a block more easily than they
 * notice one missing.
 */

/** Why a line is set aside, in a sentence for the person who looks at the preview. */
const WHY = {
  SHARE: 'A share button left over from the page.',
  RELATED: 'A heading or link that leads to other stories.',
  COMMENTS: 'Belongs to the comments under the page.',
  ADVERT: 'Belongs to an advertisement.',
  SIGN_UP: 'An invitation to sign up or subscribe.',
  PAGE: 'Belongs to the page, not to the story.',
} as const;

const WHOLE_LINES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    SHARE: [
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
    ],
    RELATED: [
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
      'source link',
      'source: read full article',
      'read full article',
      'read more',
      'read also',
      'read next',
      'continue reading',
      'don’t miss',
      "don't miss",
    ],
    COMMENTS: ['recent comments', 'leave a comment', 'leave a reply', 'post a comment'],
    ADVERT: [
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
    ],
    SIGN_UP: ['subscribe', 'subscribe now', 'log in', 'sign in', 'sign up'],
    PAGE: [
      'skip to content',
      'skip to main content',
      'back to top',
      'privacy policy',
      'cookie policy',
      'terms of use',
      'terms of service',
      'all rights reserved',
    ],
  }).flatMap(([why, lines]) => lines.map((line) => [line, WHY[why as keyof typeof WHY]] as const)),
);

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^read (?:more|also|next)\s?:\s?\S/i, WHY.RELATED],
  [
    /^sign up (?:for|to) (?:our|the|your) (?:[\p{L}’'-]+ ){0,4}newsletters?\b.{0,60}$/iu,
    WHY.SIGN_UP,
  ],
  [
    /^subscribe to (?:our|the) (?:[\p{L}’'-]+ ){0,4}(?:newsletters?|channel|podcast)\b.{0,60}$/iu,
    WHY.SIGN_UP,
  ],
  [
    /^follow us on (?:facebook|twitter|x|instagram|telegram|youtube|linkedin|google news)\b.{0,60}$/i,
    WHY.SHARE,
  ],
  [/^advertisement\s?[-–—:]\s?(?:story|article|scroll).{0,40}$/i, WHY.ADVERT],
];

const TEASER_TAG = /\[[\p{Lu} ]{4,20}\]$/u;
const BREADCRUMB = /^(?:Home|HOME)(?:[\s>»›/|]|\p{Lu})/u;

/** Whether this line, trimmed, is page furniture by its own words. */
export const isFurnitureLine = (line: string): boolean => whyFurniture(line) !== null;

/** Why this line, trimmed, is page furniture by its own words, in a sentence; null when it is not. */
export function whyFurniture(line: string): string | null {
  if (line.length > 200) return null;
  const words = line
    .toLowerCase()
    .replace(/(?:\s?(?:…|\.\.\.|:|»|>|→))+$/, '')
    .replace(/\s+/g, ' ');
  return WHOLE_LINES.get(words) ?? PATTERNS.find(([pattern]) => pattern.test(line))?.[1] ?? null;
}

/** Whether this line directly under a furniture line is one of its teasers: "A headline of another page[VIDEO]". */
export const isTeaserLine = (line: string): boolean => line.length <= 200 && TEASER_TAG.test(line);

/** Whether this line is the way to the page, ending in the next line's words: "Home > World > Headline". */
export const isBreadcrumb = (line: string, next: string): boolean =>
  next !== '' && line.length > next.length && line.endsWith(next) && BREADCRUMB.test(line);
