/** Words to make sentences of, and how they stand together. Every list holds at least three different entries. */
export type Vocabulary = {
  name: string;
  language: string;
  /**
   * A sentence with its slots: {date} {comma} {subject} {aux} {verb} {qualifier} {n} {unit} {object} {speaker} {says}
   * {group} {adverb} {act} {open} {phrase} {close} {dash}, and the stretches a claim may be: [clause …] and within it
   * [figure …]. A slot with nothing in it takes the space before it along.
   */
  sentence: string;
  dates: readonly string[];
  subjects: readonly string[];
  /** Each with its negation. */
  auxiliaries: readonly (readonly [plain: string, negated: string])[];
  verbs: readonly string[];
  qualifiers: readonly string[];
  units: readonly string[];
  objects: readonly string[];
  /** Each with another spelling of the name in it. */
  speakers: readonly (readonly [spelled: string, respelled: string])[];
  says: readonly string[];
  groups: readonly string[];
  /** Of manner, and harmless; empty where Stet knows none. */
  adverbs: readonly string[];
  /** Each with a slip of the keys in it; the same twice where Stet knows no slips of the language. */
  acts: readonly (readonly [spelled: string, slipped: string])[];
  phrases: readonly string[];
  /** Sentences with nothing to change. */
  fillers: readonly string[];
  headlines: readonly string[];
};

export const HARBOUR: Vocabulary = {
  name: 'harbour',
  language: 'en',
  sentence:
    'On {date}{comma} [clause {subject} {aux} {verb} {qualifier} [figure {n} {unit}] {object}], {speaker} {says}, as {group} {adverb} {act} and spoke of {open}{phrase}{close} {dash} for once.',
  dates: [
    '4 May',
    '11 June 2024',
    'Monday',
    'Thursday evening',
    '2 October',
    'the last day of March',
  ],
  subjects: [
    'the port authority',
    'the salvage crew',
    'the ferry company',
    'the customs office',
    'the shipyard in Lerwick',
    'the dredging firm',
  ],
  auxiliaries: [
    ['had', 'had not'],
    ['has', 'has not'],
    ['would have', 'would not have'],
  ],
  verbs: ['recovered', 'counted', 'insured', 'sold', 'inspected', 'seized'],
  qualifiers: ['at least', 'up to', 'about', 'nearly', 'more than'],
  units: ['tonnes', 'barrels', 'crates', 'pallets', 'kilometres', 'euros'],
  objects: [
    'of wheat',
    'of timber',
    'of rope from the north quay',
    'without papers',
    'at the outer mole',
  ],
  speakers: [
    ['harbour master Ingrid Solheim', 'harbour master Ingrid Sundheim'],
    ['captain Tomas Brekke', 'captain Tomas Bakke'],
    ['Judge Marta Kvist', 'Judge Marta Quist'],
    ['the pilot Aron Dahl', 'the pilot Aron Dale'],
  ],
  says: ['said', 'told the council', 'wrote in a memo', 'confirmed'],
  groups: ['the dockers', 'two tugs', 'the crew', 'the harbour band'],
  adverbs: ['quietly', 'slowly', 'calmly', 'patiently', 'noisily'],
  acts: [
    ['received guests', 'recieved guests'],
    ['followed the committee', 'followed the comittee'],
    ['gathered at the building', 'gathered at the buliding'],
  ],
  phrases: ['a quiet tide', 'good rope', 'the old way', 'salt in the soup'],
  fillers: [
    'The wind had turned by noon.',
    'Gulls sat on the rails.',
    'Nobody had expected 3 buses at the gate.',
    'A radio played in the net store.',
    'The café on the quay serves 40 kinds of soup.',
    'Rain came in from the west, and the flags hung wet.',
    'Its windows were bought in Hull in 1988.',
    'The lamp on the mole was lit at 6:15 p.m.',
    'Children threw bread from the stairs.',
    'There was talk of a new crane.',
    'The bell rang twice.',
    'A dog slept under the ticket desk.',
  ],
  headlines: [
    'Grain, ropes and a long wait',
    'What the north quay holds',
    'Salvage in the outer mole',
    'Quiet days at the harbour',
  ],
};

export const MINE_UK: Vocabulary = {
  name: 'mine',
  language: 'uk',
  sentence:
    '{date}{comma} [clause {subject} {aux} {verb} {qualifier} [figure {n} {unit}] {object}], {says} {speaker}, а {group} {adverb} {act} і згадали {open}{phrase}{close} {dash} уперше.',
  dates: ['4 травня', 'У понеділок', '12 червня 2024 року', 'У четвер увечері'],
  subjects: ['шахта', 'обласна рада', 'рятувальна служба', 'станція в Білій Криниці'],
  auxiliaries: [
    ['вже', 'вже не'],
    ['справді', 'справді не'],
    ['знову', 'знову не'],
  ],
  verbs: ['отримала', 'перевірила', 'відправила', 'втратила'],
  qualifiers: ['щонайменше', 'близько', 'понад', 'майже'],
  units: ['тонн', 'вагонів', 'ящиків', 'гривень'],
  objects: ['вугілля', 'для лікарні', 'зі складу біля річки', 'без паперів'],
  speakers: [
    ['інженерка Олена Гриценко', 'інженерка Олена Гринченко'],
    ['диспетчер Павло Ткач', 'диспетчер Павло Ткаченко'],
    ['суддя Ірина Бойко', 'суддя Ірина Бойчук'],
  ],
  says: ['сказала', 'повідомила раді', 'написала'],
  groups: ['шахтарі', 'дві бригади', 'сусіди'],
  adverbs: [],
  acts: [
    ['чекали біля воріт', 'чекали біля воріт'],
    ['зібралися в залі', 'зібралися в залі'],
    ['слухали радіо', 'слухали радіо'],
  ],
  phrases: ['тиху зміну', 'добрий знак', 'стару пісню'],
  fillers: [
    'До полудня вітер стих.',
    'На подвір’ї стояли 3 автобуси.',
    'У їдальні подавали суп.',
    'Радіо грало в коридорі.',
    'Дощ прийшов із заходу.',
    'Лампу над брамою засвітили о 6:15.',
    'Вікна купили 1988 року.',
    'Дзвін ударив двічі.',
    'Під столом спав пес.',
  ],
  headlines: ['Тиха зміна на шахті', 'Що привезли зі складу', 'Довге чекання біля воріт'],
};

export const MARKET_AR: Vocabulary = {
  name: 'market',
  language: 'ar',
  sentence:
    'في {date}{comma} {says} {speaker} إن [clause {subject} {aux} {verb} {qualifier} [figure {n} {unit}] {object}]، بينما كان {group} {adverb} {act} ويذكرون {open}{phrase}{close} {dash} لأول مرة.',
  dates: ['٤ مايو', 'يوم الاثنين', 'مساء الخميس', '١٢ يونيو'],
  subjects: ['إدارة السوق', 'شركة النقل', 'بلدية المدينة'],
  auxiliaries: [
    ['قد', 'لم تكن قد'],
    ['فعلا', 'لم تكن فعلا'],
    ['أمس', 'لا'],
  ],
  verbs: ['باعت', 'فحصت', 'نقلت', 'خسرت'],
  qualifiers: ['نحو', 'أكثر من', 'على الأقل'],
  units: ['طنا', 'صندوقا', 'دينارا', 'برميلا'],
  objects: ['من القمح', 'من الزيت', 'بلا أوراق'],
  speakers: [
    ['المهندسة ليلى حداد', 'المهندسة ليلى حمدان'],
    ['القاضي سامي نصار', 'القاضي سامي نصر'],
    ['التاجر عمر بدران', 'التاجر عمر بدر'],
  ],
  says: ['قال', 'أكد', 'كتب'],
  groups: ['الباعة', 'الجيران', 'العمال'],
  adverbs: [],
  acts: [
    ['ينتظرون عند الباب', 'ينتظرون عند الباب'],
    ['يشربون الشاي', 'يشربون الشاي'],
    ['يسمعون المذياع', 'يسمعون المذياع'],
  ],
  phrases: ['يوما هادئا', 'فألا حسنا', 'أغنية قديمة'],
  fillers: [
    'هدأت الريح عند الظهر.',
    'وقفت ٣ حافلات عند البوابة.',
    'نام كلب تحت الطاولة.',
    'جاء المطر من الغرب.',
    'دق الجرس مرتين.',
    'كان في المقهى حساء ساخن.',
    'أضيء المصباح مبكرا.',
    'ضحك الأطفال على الدرج.',
  ],
  headlines: ['يوم هادئ في السوق', 'ما نقلته الشركة', 'انتظار طويل عند الباب'],
};
