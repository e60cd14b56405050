/**
 * Whether two English words differ only as a slip of the keys or a house style does. No dictionary is asked, so only
 * shapes of slips are taken that seldom turn one word into another; the pairs that do are listed. A real word taken for
 * a slip would let a changed meaning pass: when in doubt this says no. Both in small letters.
 */
export function isSpellingSlip(one: string, other: string): boolean {
  if (one === other) return true;
  if (!(PLAIN.test(one) && PLAIN.test(other))) return false;
  if (isKnownSlip(one, other)) return true;
  if (REAL_WORDS.has(one) && REAL_WORDS.has(other)) return false;
  if (houseStyle(one) === houseStyle(other)) return true;
  return isTransposed(one, other) || isDoubled(one, other) || isDoubled(other, one);
}

/** Whether one of these is a well-known wrong spelling of the other. */
export const isKnownSlip = (one: string, other: string): boolean =>
  KNOWN.has(`${one} ${other}`) || KNOWN.has(`${other} ${one}`);

const PLAIN = /^[a-z]{5,}$/;

/** British and American spellings alike: "organise", "harbour", "centre", "defence". */
const houseStyle = (word: string): string =>
  word
    .replace(/is(e[drs]?|ing|ation|ations)$/, 'iz$1')
    .replace(/our(?=$|s$|ed$|ing$|able$|ite$)/, 'or')
    .replace(/([bt])re(s?)$/, '$1er$2')
    .replace(/ence(s?)$/, 'ense$1')
    .replace(/gramme(s?)$/, 'gram$1');

/** Two neighbouring letters within the word in the wrong order: "buliding". */
function isTransposed(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 6) return false;
  let at = 0;
  while (one[at] === other[at]) at++;
  return (
    at > 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}

/** A letter doubled or not: "comittee". */
function isDoubled(short: string, long: string): boolean {
  if (long.length !== short.length + 1 || short.length < 6) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return at > 0 && long[at] === long[at - 1] && short.slice(at) === long.slice(at + 1);
}

/** Words that the two shapes turn into other words. */
const REAL_WORDS: ReadonlySet<string> = new Set(
  (
    'casual causal martial marital untied united unclear nuclear sacred scared silver sliver reserve reverse dairies ' +
    'diaries planed planned planing planning filing filling scraped scrapped scraping scrapping staring starring stared ' +
    'starred hoping hopping barring baring desert dessert deserts desserts tapped taped tapping taping canons cannons ' +
    'canon cannon rating ratting mating matting caning canning griped gripped sniped snipped sniping snipping striped ' +
    'stripped striping stripping hopped winning wining dinning dining bating batting furry supper latter bellow below ' +
    'tilling tiling polling poling biding bidding robbed robed slated salted parties pirates trials trails angles angels ' +
    'calming claming unites unties conservation conversation sunning carrier carried barrel diverse divers signed singed ' +
    'resigned slopped sloped slopping sloping scared scarred scaring scarring staled stalled waged wagged rapped raped ' +
    'rapping raping pining pinning fussed fused fussing fusing moped mopped posses possess ' +
    'princes princess needles needless discus discuss meting meeting sparring sparing sparred spared twining twinning ' +
    'casually causally signer singer signers singers signing singing barely barley bleated belated salves slaves rouges ' +
    'rogues boards broads beards breads prefect perfect prefects perfects preform perform preformed performed complaint ' +
    'compliant timbre timber shining shinning spiting spitting plating platting busing bussing'
  ).split(' '),
);

/** Common slips of other shapes, the wrong form first. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'goverment government,enviroment environment,seperate separate,seperated separated,definately definitely,' +
    'independant independent,existance existence,occurence occurrence,publically publicly,priviledge privilege,' +
    'accomodation accommodation,acheive achieve,adress address,agressive aggressive,apparant apparent,begining beginning,' +
    'beleive believe,buisness business,calender calendar,catagory category,cemetary cemetery,collegue colleague,' +
    'concious conscious,dissapear disappear,embarass embarrass,foriegn foreign,gaurd guard,garantee guarantee,' +
    'harrass harass,immediatly immediately,knowlege knowledge,liason liaison,maintainance maintenance,neccessary necessary,' +
    'noticable noticeable,occassion occasion,paralel parallel,posession possession,recomend recommend,rember remember,' +
    'resturant restaurant,succesful successful,suprise surprise,tommorow tomorrow,truely truly,wierd weird,writting writing'
  ).split(','),
);
