/**
 * Abbreviations that end in a stop without ending a sentence, and what the next word says about it. After the
 * two-sided ones (U.S., a.m., Inc.) only a word that seldom follows them inside a sentence starts a new one.
 */
export type Abbreviation = { goesOn: (next: string) => boolean };

const ALWAYS = words(
  'Mr Mrs Ms Mx Messrs Mme Mlle M Dr Prof Rev Fr Hon Sen Sens Rep Reps Gov Pres Amb Gen Lt Col Maj Sgt Cpl Pvt',
  'Capt Cmdr Cdr Adm Brig Supt Insp Det St Ste Mt Ft vs v cf e.g i.e viz ca c approx est fig figs Fig Art Sec',
  'pp para paras nr Ph.D M.D Lt.Gen Lt.Col Maj.Gen Brig.Gen Vice.Adm Univ Dept',
  'им ул т.е т.н см акад проф ген гр св',
);
const BEFORE_NUMBERS = words(
  'No Nos no nos p vol Vol ch Ch chap Chap § № Nr art sec par abs Abs max min tel Tel ext ver apt Apt ed abt tot avg av incl excl',
  'ст рис табл тел кв разд',
);
const MONTHS = words('Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec');
const CLOCK = words('a.m p.m A.M P.M');
const TWO_SIDED = words(
  'U.S U.K U.N E.U U.A.E D.C L.A N.Y U.S.A U.S.S.R Inc Ltd Co Corp Bros Jr Sr Esq Ave Blvd Rd Calif Conn Fla Mass',
  'Mich Minn Ala Ariz Ark Colo Del Ga Ill Ind Kan Ky La Md Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo',
  'г гг в вв тыс млн млрд руб стр',
);

/** A word that starts sentences and seldom follows "U.S." or "Inc." inside one. */
const STARTER =
  /^["'“‘«([]*(?:The|A|An|It|Its|He|His|She|Her|They|Their|We|Our|I|You|Your|This|That|These|Those|There|Then|But|And|Or|So|Yet|In|On|At|By|For|From|With|Without|After|Before|During|Since|Until|While|When|Where|What|Who|Why|How|If|As|Although|Though|Because|However|Meanwhile|Moreover|Still|Also|Some|Several|Many|Most|Both|Each|No|Not|One|Two|Three|Asked|Earlier|Later|Now|Last|Next|Hours|Days|Officials|Он|Она|Они|Это|В|На|Но|По|Мы|Я|Его)(?![\p{L}\p{N}])/u;
const ZONE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.|gmt|utc|bst|c?e[sd]?t|[cmp][sd]?t|eastern|central|mountain|pacific|greenwich|local|moscow|\p{L}+(?:\s\p{L}+)?\s(?:standard |summer )?time)(?![\p{L}\p{N}])/iu;

/** The abbreviation (without its last stop) that this sentence so far ends in; null when it ends in none. */
export function abbreviationBefore(sentence: string): Abbreviation | null {
  const word = /(?:^|[\s"'“‘«([\u2010-\u2015/-])([\p{L}§№]+(?:\.[\p{L}]+)*)\.\s*$/u.exec(
    sentence.slice(-24),
  )?.[1];
  if (word === undefined) return null;
  if (ALWAYS.has(word)) return { goesOn: () => true };
  if (BEFORE_NUMBERS.has(word)) return { goesOn: (next) => /^\p{N}/u.test(next) };
  if (MONTHS.has(word)) return { goesOn: (next) => /^\p{N}/u.test(next) || !STARTER.test(next) };
  if (CLOCK.has(word)) return { goesOn: (next) => ZONE.test(next) };
  if (TWO_SIDED.has(word) || isInitials(word)) return { goesOn: (next) => !STARTER.test(next) };
  return null;
}

/** "V" of "Vladimir V. Putin", "J.K" of "J.K. Rowling"; "I" ends sentences more often than it begins names. */
const isInitials = (word: string): boolean => /^\p{Lu}(?:\.\p{Lu})*$/u.test(word) && word !== 'I';

function words(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}
