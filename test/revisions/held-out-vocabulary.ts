import type { Vocabulary } from './vocabulary';

/** Not looked at while the rules were written: other words, another order, other seeds. Run to report, not to tune. */
export const CLINIC: Vocabulary = {
  name: 'clinic',
  language: 'en-GB',
  sentence:
    '{speaker} {says} that on {date}{comma} [clause {subject} {aux} {verb} {qualifier} [figure {n} {unit}] {object}], while {group} {adverb} {act}, a scene that one nurse called {open}{phrase}{close} {dash} and meant it.',
  dates: ['9 January', '23 August 2025', 'Sunday', 'Tuesday night', '30 November'],
  subjects: [
    'the district clinic',
    'a private laboratory',
    'the vaccine store',
    'the ambulance trust',
    'the hospital at Redbourne',
  ],
  auxiliaries: [
    ['did', 'did not'],
    ['could', 'could not'],
    ['was', 'was never'],
  ],
  verbs: ['lose', 'dispatch', 'test', 'return', 'refrigerate'],
  qualifiers: ['roughly', 'fewer than', 'over', 'almost', 'exactly'],
  units: ['doses', 'litres', 'vials', 'samples', 'pounds'],
  objects: ['of serum', 'of plasma from the cold room', 'past their date', 'for the island wards'],
  speakers: [
    ['Dr Nneka Obi', 'Dr Nneka Obe'],
    ['Professor Alan Whitcombe', 'Professor Alan Whitcomb'],
    ['pharmacist Rosa Lindqvist', 'pharmacist Rosa Lindquist'],
  ],
  says: ['claims', 'testified', 'found', 'has admitted'],
  groups: ['the porters', 'three students', 'visitors', 'the night shift'],
  adverbs: ['cheerfully', 'tiredly', 'politely', 'awkwardly'],
  acts: [
    ['swept a passage', 'swept a pasage'],
    ['tended a garden', 'tended a gadren'],
    ['polished a lantern', 'polished a latnern'],
  ],
  phrases: ['a small miracle', 'ordinary weather', 'tea with strangers'],
  fillers: [
    'The lift was out of order again.',
    'Someone had painted the stairs green.',
    'Visiting hours end at 8 p.m.',
    'The car park holds 212 cars.',
    'A trolley squeaked along the corridor.',
    'Its founder kept bees on the roof.',
    'Lunch was late, and nobody minded.',
    'The clock in the hall runs fast.',
    'There were tulips on the desk.',
    'Snow lay on the ambulances.',
  ],
  headlines: ['A cold room and its keys', 'Night shift at Redbourne', 'Counting vials'],
};

export const RAILWAY_RU: Vocabulary = {
  name: 'railway',
  language: 'ru',
  sentence:
    'Как {says} {speaker}, {date}{comma} [clause {subject} {aux} {verb} {qualifier} [figure {n} {unit}] {object}], пока {group} {adverb} {act}, вспоминая {open}{phrase}{close} {dash} впервые за зиму.',
  dates: ['9 января', 'в воскресенье', '23 августа', 'во вторник ночью'],
  subjects: ['депо', 'товарная станция', 'дорожная служба', 'мастерская в Нижнем Яре'],
  auxiliaries: [
    ['снова', 'снова не'],
    ['действительно', 'действительно не'],
    ['тогда', 'тогда не'],
  ],
  verbs: ['получила', 'отправила', 'списала', 'потеряла'],
  qualifiers: ['около', 'почти', 'более', 'минимум'],
  units: ['вагонов', 'тонн', 'рельсов', 'рублей'],
  objects: ['зерна', 'для моста', 'без накладных'],
  speakers: [
    ['мастер Антон Лыков', 'мастер Антон Луков'],
    ['инженер Вера Шилова', 'инженер Вера Шилина'],
    ['судья Пётр Громов', 'судья Пётр Громыко'],
  ],
  says: ['сказал', 'утверждает', 'подтвердил'],
  groups: ['кочегары', 'пассажиры', 'три студента'],
  adverbs: [],
  acts: [
    ['ждали на перроне', 'ждали на перроне'],
    ['пили чай', 'пили чай'],
    ['слушали радио', 'слушали радио'],
  ],
  phrases: ['тихую ночь', 'старую песню', 'добрый знак'],
  fillers: [
    'Лифт опять не работал.',
    'Часы в зале спешат.',
    'На столе стояли тюльпаны.',
    'Стоянка вмещает 212 машин.',
    'Снег лежал на крышах.',
    'Обед опоздал.',
    'Тележка скрипела в коридоре.',
    'Лестницу покрасили в зелёный цвет.',
  ],
  headlines: ['Ночь на товарной станции', 'Холодное депо', 'Что отправили за мост'],
};

export const ORCHARD_HE: Vocabulary = {
  name: 'orchard',
  language: 'he',
  sentence:
    'ב{date}{comma} [clause {subject} {aux} {verb} {qualifier} [figure {n} {unit}] {object}], {says} {speaker}, בזמן ש{group} {adverb} {act} והזכירו {open}{phrase}{close} {dash} בפעם הראשונה.',
  dates: ['יום ראשון', '9 בינואר', '23 באוגוסט', 'ליל שלישי'],
  subjects: ['המחסן', 'המועצה', 'תחנת השאיבה'],
  auxiliaries: [
    ['כבר', 'לא'],
    ['אכן', 'אכן לא'],
    ['שוב', 'שוב לא'],
  ],
  verbs: ['קיבלה', 'איבדה', 'בדקה', 'שלחה'],
  qualifiers: ['כמעט', 'לפחות', 'יותר מ־'],
  units: ['ארגזים', 'טונות', 'שקלים', 'שקים'],
  objects: ['של תפוזים', 'של חיטה', 'בלי מסמכים'],
  speakers: [
    ['המהנדסת נועה ברק', 'המהנדסת נועה ברקת'],
    ['השופט אורי שלו', 'השופט אורי שלום'],
    ['הנהג דן כספי', 'הנהג דן כהן'],
  ],
  says: ['אמר', 'כתב', 'אישר'],
  groups: ['השכנים', 'הפועלים', 'הילדים'],
  adverbs: [],
  acts: [
    ['חיכו ליד השער', 'חיכו ליד השער'],
    ['שתו תה', 'שתו תה'],
    ['שמעו רדיו', 'שמעו רדיו'],
  ],
  phrases: ['יום שקט', 'סימן טוב', 'שיר ישן'],
  fillers: [
    'הרוח נרגעה בצהריים.',
    'ליד השער עמדו 3 אוטובוסים.',
    'כלב ישן מתחת לשולחן.',
    'הפעמון צלצל פעמיים.',
    'הגשם בא מהמערב.',
    'במטבח בישלו מרק.',
    'השעון באולם ממהר.',
    'על השולחן עמדו פרחים.',
  ],
  headlines: ['יום שקט בפרדס', 'מה נשלח מהמחסן', 'המתנה ליד השער'],
};
