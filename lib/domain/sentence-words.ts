/**
 * The words that decide how a sentence is to be taken. What is in no list counts as saying something: `HARMLESS` is the
 * only list that lets a changed word pass, so it is short, and a word missing from the others costs no more than a less
 * telling reason, except where a sentence is cut in two or joined (`sentence-change.ts`).
 *
 * The classes are those of fact-checking practice: negation, hedges and quantifiers as in Farkas et al., "The CoNLL-2010
 * Shared Task: Learning to Detect Hedges and their Scope"; reporting verbs as in Bergler, "The Semantics of Reporting
 * Verbs"; the qualifiers of the desk's own vocabulary ("at least", "up to", "about").
 */
export type WordClass =
  | 'NUMBER'
  | 'UNIT'
  | 'DATE'
  | 'NEGATION'
  | 'QUALIFIER'
  | 'ATTRIBUTION'
  | 'HARMLESS';

/** Languages with lists. Others have none: there every changed word counts, and so does every cut. */
type Listed = 'en' | 'de' | 'fr' | 'es' | 'uk' | 'ru';

const LISTS: Readonly<Record<Listed, Readonly<Record<WordClass, string>>>> = {
  en: {
    NUMBER:
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
      'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million ' +
      'millions billion billions trillion dozen dozens half third thirds quarter quarters fifth tenth first second fourth ' +
      'once twice thrice double doubled triple tripled single couple pair both',
    UNIT:
      'percent percentage point points euro euros dollar dollars pound pounds rouble roubles ruble rubles hryvnia hryvnias ' +
      'yen crowns cent cents km kilometre kilometres kilometer kilometers mile miles metre metres meter meters feet foot ' +
      'inch inches kg kilo kilos kilogram kilograms gram grams tonne tonnes ton tons litre litres liter liters barrel ' +
      'barrels hectare hectares acre acres degree degrees celsius fahrenheit watt watts megawatt megawatts volt knots mph kph',
    DATE:
      'january february march april may june july august september october november december jan feb mar apr jun jul aug ' +
      'sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight now ' +
      'then day days week weeks month months year years decade decades century hour hours minute minutes seconds morning ' +
      'noon afternoon evening night midnight dawn dusk spring summer autumn fall winter weekend fortnight last next ago ' +
      'since until till before after during when while previously formerly recently currently earlier later soon already ' +
      'still yet am pm daily weekly monthly yearly annual annually hourly quarterly past future recent current former ' +
      'previous immediately eventually finally initially originally simultaneously temporarily permanently overnight early late',
    NEGATION:
      'not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely rarely seldom fail fails ' +
      'failed failing deny denies denied denying denial refuse refuses refused reject rejects rejected lack lacks lacked ' +
      'lacking false falsely untrue wrong wrongly doubt doubts doubted dispute disputes disputed unable unless stop stopped ' +
      'prevent prevented avoid avoided except excluding contrary instead false hoax myth unlawfully illegally incorrectly ' +
      'inaccurately unfairly unsuccessfully unlikely unintentionally unknowingly',
    QUALIFIER:
      'least most more less fewer up over under above below about around roughly approximately nearly almost circa estimated ' +
      'estimate estimates preliminary provisional initial unconfirmed unverified possible possibly potential potentially ' +
      'probable probably likely perhaps maybe may might could can would will shall should must ought alleged allegedly ' +
      'reported reportedly apparent apparently supposed supposedly purported purportedly suspected presumably seemingly ' +
      'seem seems seemed appear appears appeared only just even merely solely mainly mostly largely partly partially wholly ' +
      'entirely fully totally completely absolutely virtually practically exactly precisely simply all some any every each ' +
      'many much few several majority minority if whether though although provided otherwise plan plans planned expect ' +
      'expects expected hope hopes hoped try tries tried attempt attempts attempted threaten threatened intend intends ' +
      'intended want wants wanted propose proposed draft largest smallest biggest highest lowest best worst alone so too very ' +
      'quite rather officially unofficially legally illegitimately accidentally deliberately intentionally knowingly ' +
      'secretly publicly fatally seriously severely critically slightly significantly substantially sharply considerably ' +
      'heavily lightly frequently occasionally usually generally typically normally regularly repeatedly constantly always ' +
      'often sometimes unanimously narrowly definitely certainly clearly obviously effectively technically theoretically ' +
      'hopefully relatively comparatively extremely highly jointly separately equally solely exclusively primarily chiefly ' +
      'successfully correctly rightly directly indirectly actually really truly nominally barely steadily rapidly twofold',
    ATTRIBUTION:
      'said say says saying told tell tells telling claim claims claimed claiming allege alleges according report reports ' +
      'reporting state states stated stating statement announce announces announced announcement confirm confirms confirmed ' +
      'admit admits admitted warn warns warned insist insists insisted argue argues argued believe believes believed belief ' +
      'think thinks thought know knows knew known show shows showed shown suggest suggests suggested indicate indicates ' +
      'indicated find finds found acknowledge acknowledges acknowledged add adds added write writes wrote written post posts ' +
      'posted cite cites cited citing quote quoted quoting testify testifies testified assert asserts asserted maintain ' +
      'maintains declare declares declared describe described explain explains explained note notes noted reveal reveals ' +
      'revealed accuse accuses accused accusing conclude concludes concluded judge judged rule ruled prove proved proven ' +
      'agree agrees agreed ask asks asked reply replied answer answered promise promised recall recalled view opinion ' +
      'words source sources official officials spokesman spokeswoman spokesperson witness witnesses police prosecutors ' +
      'authorities government ministry minister president mayor army military residents experts analysts critics lawyers ' +
      'documents memo letter survey poll data figures study audit auditors inquiry investigators inspectors',
    HARMLESS:
      'a an the that which who and but also however meanwhile moreover furthermore nevertheless nonetheless ' +
      'additionally incidentally quickly slowly quietly loudly calmly noisily silently softly gently patiently politely ' +
      'cheerfully happily sadly gladly warmly coolly briskly hastily hurriedly nervously eagerly anxiously awkwardly wearily ' +
      'solemnly gracefully elegantly neatly tidily clumsily carefully thoughtfully dutifully faithfully diligently smoothly ' +
      'lazily idly merrily joyfully gloomily glumly grimly sternly frankly candidly bluntly curtly drily wryly playfully ' +
      'earnestly enthusiastically excitedly proudly boldly bravely shyly timidly tenderly lovingly fondly busily oddly ' +
      'curiously interestingly fortunately unfortunately luckily',
  },
  de: {
    NUMBER:
      'null ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million millionen milliarde ' +
      'milliarden dutzend hälfte drittel viertel erste zweite dritte doppelt beide einmal zweimal dreimal',
    UNIT: 'prozent prozentpunkte euro cent dollar kilometer meter kilo kilogramm tonnen liter hektar grad',
    DATE:
      'januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch ' +
      'donnerstag freitag samstag sonntag heute gestern morgen jetzt dann tag tage woche wochen monat monate jahr jahre ' +
      'stunde stunden uhr nacht abend mittag seit bis vor nach während als früher später bereits schon noch vorher nachdem bevor',
    NEGATION:
      'nicht kein keine keinen keiner keines keinem nie niemals niemand nichts ohne weder noch kaum bestreitet bestritt ' +
      'leugnet falsch statt außer verweigert',
    QUALIFIER:
      'mindestens höchstens etwa rund circa ungefähr fast knapp über unter bis vorläufig vorläufigen angeblich mutmaßlich ' +
      'möglicherweise vielleicht wahrscheinlich wohl nur alle einige manche viele wenige kann könnte könnten soll sollen ' +
      'würde will dürfte muss wenn falls ob sofern teilweise überwiegend genau',
    ATTRIBUTION:
      'sagte sagt sagten laut zufolge erklärte erklärt teilte mit behauptet behauptete berichtet berichtete nach angaben ' +
      'meldet meldete bestätigte bestätigt schrieb schreibt meint glaubt sei seien habe hätten wäre polizei sprecher sprecherin',
    HARMLESS:
      'der die das dem den des dass daß und aber auch jedoch allerdings zudem außerdem übrigens',
  },
  fr: {
    NUMBER:
      'zéro un une deux trois quatre cinq six sept huit neuf dix onze douze cent cents mille million millions milliard ' +
      'milliards douzaine moitié tiers quart premier première second double',
    UNIT: 'pour euros euro dollars kilomètres mètres kilos tonnes litres hectares degrés',
    DATE:
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi ' +
      'vendredi samedi dimanche hier demain aujourd’hui maintenant jour jours semaine semaines mois an ans année années heure ' +
      'heures matin soir nuit midi depuis jusque avant après pendant lorsque quand déjà encore',
    NEGATION:
      'ne n pas non jamais rien aucun aucune personne ni sans nie nié dément démenti refuse faux sauf',
    QUALIFIER:
      'moins plus environ près presque jusqu au provisoire provisoires présumé présumés prétendument peut pourrait ' +
      'pourraient doit devrait si seulement tous toutes certains quelques plusieurs peut-être probablement serait aurait exactement',
    ATTRIBUTION:
      'dit disent déclaré affirme affirment selon d’après annonce annoncé confirme confirmé estime croit indique précise ' +
      'explique rapporte écrit police porte-parole préfet maire ministre',
    HARMLESS: 'le la les l et mais aussi cependant toutefois',
  },
  es: {
    NUMBER:
      'cero un uno una dos tres cuatro cinco seis siete ocho nueve diez once doce cien ciento mil millón millones docena ' +
      'mitad tercio cuarto primero primera segundo doble',
    UNIT: 'por euros euro dólares kilómetros metros kilos toneladas litros hectáreas grados',
    DATE:
      'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves ' +
      'viernes sábado domingo hoy ayer mañana ahora día días semana semanas mes meses año años hora horas noche tarde desde ' +
      'hasta antes después durante cuando mientras ya todavía aún',
    NEGATION:
      'no nunca jamás nada nadie ningún ninguna ninguno ni sin niega negó desmiente rechaza falso salvo',
    QUALIFIER:
      'menos más unos unas cerca casi aproximadamente alrededor preliminar preliminares presunto presuntamente supuesto ' +
      'supuestamente puede podría podrían debe si solo sólo todos algunos varios quizá quizás probablemente habría exactamente',
    ATTRIBUTION:
      'dijo dice dijeron según afirma afirmó declaró anunció confirmó cree estima indica explicó informó escribió policía ' +
      'portavoz alcalde ministro',
    HARMLESS: 'el la los las y pero también sin-embargo',
  },
  uk: {
    NUMBER:
      'один одна дві два двох три трьох чотири п’ять шість сім вісім дев’ять десять сто тисяча тисяч мільйон мільйони ' +
      'мільйонів мільярд половина третина чверть перший другий двічі обидва',
    UNIT: 'відсотків відсотки гривень гривні доларів євро кілометрів метрів тонн літрів градусів',
    DATE:
      'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня понеділок вівторок середу ' +
      'четвер п’ятницю суботу неділю сьогодні вчора завтра зараз тепер день тиждень місяць рік року років годин година ранку ' +
      'вечора ночі з до після перед під коли раніше пізніше вже ще',
    NEGATION:
      'не ні ніколи ніхто нічого ніде без жоден жодного немає заперечив заперечує спростував спростували крім',
    QUALIFIER:
      'щонайменше принаймні близько приблизно майже понад більше менше до попередньо попередні нібито ймовірно можливо ' +
      'може можуть мав би якщо чи лише тільки усі всі деякі кілька багато частково рівно',
    ATTRIBUTION:
      'сказав сказала кажуть каже за словами повідомив повідомила повідомили повідомляє заявив заявила заявили за даними ' +
      'стверджує вважає підтвердив пише що мер поліція речник міністр',
    HARMLESS: 'і й та а але також однак тим-часом',
  },
  ru: {
    NUMBER:
      'один одна две два двух три трёх трех четыре пять шесть семь восемь девять десять сто тысяча тысяч миллион миллиона ' +
      'миллионов миллиард половина треть четверть первый второй дважды оба сорок сорока',
    UNIT: 'процентов процента рублей рубля долларов евро километров метров тонн литров градусов',
    DATE:
      'января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среду четверг ' +
      'пятницу субботу воскресенье сегодня вчера завтра сейчас теперь день неделю месяц год года лет часов часа утра вечера ' +
      'ночи с до после перед когда раньше позже уже ещё еще',
    NEGATION: 'не ни нет никогда никто ничего нигде без отрицал отрицает опроверг опровергли кроме',
    QUALIFIER:
      'минимум около примерно почти более больше менее меньше до свыше предварительно предварительным якобы вероятно ' +
      'возможно может могут мог бы если ли лишь только все некоторые несколько много частично ровно',
    ATTRIBUTION:
      'сказал сказала говорит по словам сообщил сообщила сообщили сообщает заявил заявила заявили по данным утверждает ' +
      'считает подтвердил пишет что мэр полиция представитель министр',
    HARMLESS: 'и а но также однако',
  },
};

export type SentenceWords = ReadonlyMap<string, WordClass>;

const read = new Map<Listed, SentenceWords>();

/** The class of each listed word, in small letters; null for a language without lists. `language` is a BCP 47 tag. */
export function sentenceWords(language: string): SentenceWords | null {
  const tag = language.toLowerCase().split('-')[0] ?? '';
  if (!isListed(tag)) return null;
  const known = read.get(tag);
  if (known !== undefined) return known;
  const words = new Map<string, WordClass>();
  for (const kind of ORDER) {
    for (const word of LISTS[tag][kind].split(' ')) if (!words.has(word)) words.set(word, kind);
  }
  read.set(tag, words);
  return words;
}

const isListed = (tag: string): tag is Listed => Object.hasOwn(LISTS, tag);

/** A word in two lists belongs to the first of these. */
const ORDER = [
  'NEGATION',
  'NUMBER',
  'QUALIFIER',
  'DATE',
  'UNIT',
  'ATTRIBUTION',
  'HARMLESS',
] as const satisfies readonly WordClass[];
