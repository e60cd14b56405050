import type { TextRange } from './text-anchor';

/** Days, dates, months, years and "last week" in a sentence: English, numeric, and the months of Russian and Ukrainian. */

const WEEKDAY =
  '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY';
const SURE_MONTH =
  'January|February|April|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Jun\\.|Jul\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.';
/** These are also a verb, a name and a walk: a month only beside a day, a year or a word that months follow. */
const MONTH = `(?:${SURE_MONTH}|May|March|MARCH|MAY|Sept?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec)`;
const CYRILLIC_MONTH =
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня';
/** A blank, or a wrapped line's break and indent; bounded, so that no copy can make the search slow. */
const S = '[\\s\\u00a0]{1,8}';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?(?:\\s?[-–]\\s?\\d{1,2}(?:st|nd|rd|th)?)?(?![\\d:.,]?\\d)';
const YEAR = '(?:1[0-9]|20)\\d\\d(?![\\d,.]?\\d)';
const SPAN =
  'seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?|century|centuries';
const COUNT =
  '\\d+(?:[.,]\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|few|many|some|couple of';
const SEASON = 'spring|summer|autumn|winter';
const PART = 'morning|afternoon|evening|night';
const AHEAD = "(?<![\\p{L}\\p{N}\\p{M}_$€£¥₽₴#’'-])";
const BEHIND = '(?![\\p{L}\\p{N}\\p{M}])';

const SOURCES = [
  // 2023-05-04, 04.05.2023, 4/5/23
  '\\d{4}-\\d\\d-\\d\\d',
  '\\d{1,2}([./])\\d{1,2}\\1(?:\\d{4}|\\d\\d)',
  // Wednesday morning, 4 May 2023; last Thursday
  `(?:(?:last|next|this|early|late)${S})?(?:${WEEKDAY})(?:${S}(?:${PART}))?(?:,?${S}(?:${DAY}${S}(?:of${S})?${MONTH}|${MONTH}${S}${DAY})(?:,?${S}${YEAR})?)?`,
  // 4 May 2023, 4th of May; May 4, 2023
  `${DAY}${S}(?:of${S})?${MONTH}(?:,?${S}${YEAR})?`,
  `${MONTH}${S}${DAY}(?:,?${S}${YEAR})?`,
  `${MONTH},?${S}${YEAR}`,
  `(?:(?:last|next|this|early|late|mid)[\\s-]+)?(?:${SURE_MONTH})(?:${S}(?:of${S})?${YEAR})?`,
  `(?:last|next|early|late|mid)[\\s-]+(?:May|March)(?:${S}${YEAR})?`,
  `\\d{1,2}${S}(?:${CYRILLIC_MONTH})(?:${S}\\d{4})?`,
  // spring 2022, the 1990s, 2019-20, Q1 2023, mid-2022, 21st century
  `(?:early|late|mid)?[\\s-]?(?:${SEASON})${S}(?:of${S})?${YEAR}`,
  `(?:Q[1-4]|H[12])${S}${YEAR}`,
  `mid-${YEAR}s?`,
  `${YEAR}[-–/](?:\\d\\d|${YEAR})`,
  `(?:1[0-9]|20)\\d0s`,
  '\\d{1,2}(?:st|nd|rd|th)[\\s-]century',
  // two days ago, a week earlier, some years later
  `(?:${COUNT})${S}(?:${SPAN})${S}(?:ago|earlier|later)`,
  // last year, next month, the previous day, last night
  `(?:last|next|this|past|previous|following|same)${S}(?:${PART}|${SEASON}|day|week|weekend|month|quarter|year|decade|century)`,
  'yesterday|today|tomorrow|tonight|overnight',
];

const DATES = new RegExp(`${AHEAD}(?:${SOURCES.join('|')})${BEHIND}`, 'gu');
const OPENING = new RegExp(
  `^["“‘«(]*(?:(?:Last|Next|This|Early|Late|The previous|The next|The same|Earlier this)${S}(?:${PART}|${SEASON}|day|week|weekend|month|quarter|year|decade|century|(?:${WEEKDAY})|${MONTH})|Yesterday|Today|Tomorrow|Tonight|Overnight|(?:An?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some)${S}(?:${SPAN})${S}(?:ago|earlier|later))${BEHIND}`,
  'u',
);
/** A year where nothing but its place tells it from a figure: after these words, or in brackets. */
const BARE_YEAR = new RegExp(
  `(?<=(?:^|[\\s(\\u00a0])(?:[Ii]n|[Ss]ince|[Uu]ntil|till|[Bb]y|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|early|late|circa|year|of|the|[Bb]etween)${S}|\\()${YEAR}(?=[\\s\\u00a0.,;:!?)’”"'–-]|$)(?!${S}(?:people|men|women|children|soldiers|troops|drones|homes|jobs|members|pages|miles|metres|kilometres|tons|tonnes|pounds|dollars|euros|others|of)${BEHIND})`,
  'gu',
);
/** "in May": the month that is also a verb. */
const MAY = new RegExp(
  `(?<=(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ll]ast|[Nn]ext|[Tt]his|[Ff]rom|[Bb]efore|[Aa]fter|of)${S})(?:May|March)(?=[\\s\\u00a0.,;:!?)’”"']|$)(?!${S}(?:of|for)${S})`,
  'gu',
);

/** What shows that a sentence may hold a date at all. */
const HINT =
  /\d|[Dd]ay|DAY|Jan|Feb|Mar|Apr|May|MAY|Jun|Jul|Aug|Sep|Oct|Nov|Dec|MAR|[Aa]go|[Ee]arlier|[Ll]ater|[Ll]ast|[Nn]ext|[Tt]his|past|[Pp]revious|following|[Ss]ame|tomorrow|Tomorrow|[Tt]onight|[Oo]vernight/u;

/** The dates of one sentence, first of the kind first; ranges may overlap, the first is meant. */
export function findDates(text: string): TextRange[] {
  if (!HINT.test(text)) return [];
  const found: TextRange[] = [];
  const opening = OPENING.exec(text);
  if (opening !== null) {
    const marks = /^["“‘«(]*/u.exec(text)?.[0].length ?? 0;
    found.push({ start: marks, end: opening[0].length });
  }
  for (const pattern of [DATES, BARE_YEAR, MAY])
    for (const { index, 0: words } of text.matchAll(pattern)) {
      const blank = words.length - words.trimStart().length;
      found.push({ start: index + blank, end: index + words.length });
    }
  return found;
}
