/**
 * The words of the drafts. Every person, place, figure and event is invented.
 * @typedef {{ name: string, title?: string, author?: string, language?: string, rtl?: boolean,
 *   blocks: [kind: string, words: any, options?: object][], comments: Record<string, object> }} Story
 */

const query = (by, text, more = {}) => ({ by, at: '2026-03-02T09:15:00', text, ...more });

/** @type {Story[]} */
export const STORIES = [
  {
    name: 'ferry-terminal',
    title: 'Ferry terminal opens a year late',
    author: 'Nell Ashgrove',
    language: 'en-GB',
    blocks: [
      ['title', 'Ferry terminal opens a year late'],
      ['sub', 'Port of Callow spent £41 million on a building made for ships it does not have'],
      ['p', 'By Nell Ashgrove'],
      [
        'p',
        'The new terminal in Callow took its [[c1|first 312 passengers]] on Monday, [[-MH|thirteen]][[+MH|eleven]] months behind the date in the contract.',
      ],
      [
        'p',
        'It cost [[b|£41.3 million]], the port authority said in [[a https://port.callow.example/accounts-2025|its accounts]], “every penny of it borrowed”.[[fn|Accounts of the Port of Callow for 2025, page 18. See https://port.callow.example/accounts-2025.]]',
      ],
      ['h', 'Two berths, one ship'],
      [
        'p',
        'Only [[i|one]] of the two berths can be used, because the [[c2|second ferry]] was sold to a Danish company in 2024.',
      ],
      [
        'quote',
        '“We built for the traffic we were promised,” said Orla Penrose, who runs the port.',
      ],
      ['li', 'Passengers in 2019: 188,000'],
      ['li', 'Passengers in 2025: [[-MH|about ]]96,400'],
      ['caption', 'Photo: The empty second berth in February.'],
    ],
    comments: {
      1: query('MH', 'Who counted? The crew or the gate?'),
      2: query('JO', 'Name of the ship, please.\nAnd the price.', { done: true }),
    },
  },
  {
    name: 'grain-silo',
    title: 'Silo fire: what the inspectors knew',
    author: 'Tomos Reed',
    language: 'en-US',
    blocks: [
      ['title', 'Silo fire: what the inspectors knew'],
      [
        'p',
        'HARLAN FLATS — Inspectors visited the grain silo [[c1|four times in nineteen months]] before it burned on 6 January, county records show.[[fn|Harlan County, inspection log 2024–26, lines 40 to 57.]]',
      ],
      [
        'p',
        'On three of the visits they [[+JO|noted ]]a blocked vent.[[fn|The same log, lines 44, 49 and 52.]] No fine was issued[[+JO|, and no second letter was sent]].',
      ],
      [
        'p',
        'The owner, Bluestem Storage, [[-JO|refused to answer]][[+JO|did not answer]] questions sent on 9 and [[c2|12 January]].',
      ],
      [
        'table',
        [
          ['Visit', 'Date', 'Finding'],
          ['1', '14 June 2024', 'Vent blocked'],
          ['2', '3 November 2024', 'Vent blocked'],
          ['3', '20 May 2025', '[[c3|No remarks]]'],
          ['4', '2 December 2025', 'Vent blocked'],
        ],
      ],
      ['p', 'Two workers were treated for burns. Both are at home.'],
    ],
    comments: {
      1: query('MH', 'I count five in the log.', {
        replies: [query('JO', 'The fifth was a phone call.')],
      }),
      2: query('MH', 'Mail or post?'),
      3: query('JO', 'Column is empty in the original.'),
    },
  },
  {
    name: 'bridge-tolls',
    language: 'en-GB',
    author: 'Desk',
    blocks: [
      ['p', 'Bridge tolls to rise by a fifth, letter shows'],
      [
        'p',
        'Drivers on the Tarn crossing will pay [[-MH|£2.40]][[+MH|£2.50]] from [[c1|1 May]], up from £2.00, according to a letter seen by this paper.',
      ],
      [
        'p',
        'The operator says traffic fell by 12[[nbh]]14 per cent last year [[c2|while repairs took 61 nights]].',
      ],
      [
        'p',
        'A petition against the rise has [[-JO|nearly ]]9,000 names 🙂.  It closes on Friday.[[en|The count stood at 8,912 when this was written.]]',
      ],
      ['p', 'Line one of the notice[[br]]line two of it[[tab]]and a tab.'],
    ],
    comments: {
      1: query('MH', 'The letter says “from May”.'),
      2: query('MH', 'Nights or closures?'),
    },
  },
  {
    name: 'wasserwerk',
    title: 'Wasserwerk leitete Chlor in den Bach',
    author: 'Grete Immerfroh',
    language: 'de-DE',
    blocks: [
      ['title', 'Wasserwerk leitete Chlor in den Bach'],
      ['sub', 'Der Betreiber spricht von einem Ventil, die Gemeinde von Absicht'],
      [
        'p',
        'Zwischen dem 3. und dem [[-MH|8.]][[+MH|9.]] Februar flossen [[c1|rund 2 600 Liter]] gechlortes Wasser in den Lehmbach, teilte das Umweltamt in Oberlenz mit.',
      ],
      [
        'p',
        '„Das Ventil war zu, jemand hat es geöffnet“, sagte [[b|Bürgermeisterin Ruth Ackermann]] der Zeitung.[[fn|Gespräch am 11. Februar 2026, 34 Minuten, Aufnahme liegt vor.]]',
      ],
      ['h', 'Fünfzehn Anzeigen, ein Verfahren'],
      [
        'p',
        'Bei der Polizei gingen [[c2|fünfzehn Anzeigen]] ein. Die Staatsanwaltschaft ermittelt [[+JO|bisher ]]gegen unbekannt; [[a https://oberlenz.example/lehmbach|die Messwerte]] sind öffentlich.',
      ],
      ['li', 'Grenzwert: 0,3 mg/l'],
      ['li', 'gemessen am 5. Februar: 1,9 mg/l'],
    ],
    comments: {
      1: query('MH', 'Steht im Bericht: 2 480. Bitte prüfen.'),
      2: query('JO', 'Stand heute 17.', { done: true }),
    },
  },
  {
    name: 'schule-daechle',
    language: 'de-AT',
    title: 'Neue Schule, altes Dach',
    author: 'Viktor Lahn',
    blocks: [
      ['h', 'Neue Schule, altes Dach'],
      [
        'p',
        '[[c1|Elf Jahre]] nach dem Baubeschluss zieht die Volksschule in Sankt Ulm ein. Das Dach stammt [[-PW|noch ]]von 1974.',
      ],
      [
        'p',
        'Laut Gutachten hält es „[[c2|höchstens sechs Winter]]“.[[fn|Gutachten Mayr & Söhne, Seite 9.]] Der Gemeinderat stimmte mit 14 zu 5 Stimmen dafür[[+PW|, bei zwei Enthaltungen]].',
      ],
      ['quote', '„Ein neues Dach hätte 380.000 Euro gekostet, die waren nicht da.“'],
    ],
    comments: { 1: query('PW', 'Beschluss vom 4.3.2015?'), 2: query('MH', 'Zitat wörtlich?') },
  },
  {
    name: 'mist-vokzal',
    title: 'Вокзал без електрики: що сталося в Лиманівці',
    author: 'Оксана Верес',
    language: 'uk-UA',
    blocks: [
      ['title', 'Вокзал без електрики: що сталося в Лиманівці'],
      [
        'p',
        'У ніч на 7 березня вокзал у Лиманівці залишився без світла на [[c1|шість годин двадцять хвилин]], повідомила залізниця.',
      ],
      [
        'p',
        'За її словами, [[-IK|14]][[+IK|18]] із 24 потягів прибули із запізненням.[[fn|Зведення руху за 7 березня, сторінка 3.]]',
      ],
      [
        'p',
        '«Ми чекали на пероні, нікому не було холодно», — каже пасажирка [[b|Надія Кириленко]]. [[a https://zaliznytsia.example/lymanivka|Розклад]] відновили о 05:40.',
      ],
      [
        'p',
        'Причину [[c2|встановлює комісія]] з п’яти осіб[[+MH|, звіт обіцяють до кінця місяця]].',
      ],
    ],
    comments: {
      1: query('IK', 'У зведенні — шість годин п’ять хвилин.'),
      2: query('MH', 'Хто в комісії?', { replies: [query('IK', 'Імен не назвали.')] }),
    },
  },
  {
    name: 'teplo-rynok',
    title: 'Рынок на Садовой закрыли на три недели',
    author: 'Пётр Заволжский',
    language: 'ru-RU',
    blocks: [
      ['title', 'Рынок на Садовой закрыли на три недели'],
      [
        'p',
        'Крытый рынок в Нижнереченске закрыт с [[c1|11 февраля]]: в подвале лопнула труба, и вода поднялась на 70 сантиметров.',
      ],
      [
        'p',
        'Без работы остались [[-IK|около ]]140 продавцов. Администрация обещает выплатить им по 9 200 рублей[[fn|Постановление № 18-р от 13 февраля.]].',
      ],
      ['quote', '«Деньги придут не раньше апреля», — сказала бухгалтер Инна Сомова.'],
      ['p', 'Ремонт оценили в [[c2|4,6 миллиона]][[+IK| рублей]].'],
    ],
    comments: { 1: query('IK', 'По акту — 10 февраля.'), 2: query('IK', 'Смета или договор?') },
  },
  {
    name: 'arabic-harbour',
    title: 'ميناء الرملة يستقبل أول سفينة منذ عام',
    author: 'ليلى سالم',
    language: 'ar-EG',
    rtl: true,
    blocks: [
      ['title', 'ميناء الرملة يستقبل أول سفينة منذ عام'],
      [
        'p',
        'رست في ميناء الرملة يوم الثلاثاء سفينة تحمل [[c1|١٨٠٠ طن]] من القمح، وهي الأولى منذ [[-LS|أربعة عشر]][[+LS|ثلاثة عشر]] شهرا.',
      ],
      [
        'p',
        'وقال مدير الميناء [[b|سامي الحداد]] إن التفريغ يستغرق «يومين أو ثلاثة».[[fn|مقابلة هاتفية في ٣ مارس ٢٠٢٦.]]',
      ],
      [
        'p',
        'وتظهر [[a https://ramla-port.example/log|سجلات الميناء]] أن [[c2|12 من 15]] رحلة ألغيت العام الماضي.',
      ],
    ],
    comments: { 1: query('LS', 'بحسب الفاتورة ١٧٦٠ طنا.'), 2: query('LS', 'من أين الرقم؟') },
  },
  {
    name: 'arabic-school',
    title: 'مدرسة بلا سقف',
    language: 'ar-JO',
    rtl: true,
    author: 'هالة نصر',
    blocks: [
      ['h', 'مدرسة بلا سقف'],
      ['p', 'يدرس [[c1|٢٤٠ طالبا]] في قاعة واحدة بعد أن سقط سقف المدرسة في ٩ يناير.'],
      ['p', 'ووعدت الوزارة بالإصلاح «قبل نهاية الفصل»[[+LS|، ولم يبدأ العمل بعد]].'],
      [
        'table',
        [
          ['السنة', 'الطلاب'],
          ['٢٠٢٤', '٢٥٨'],
          ['٢٠٢٥', '[[c2|٢٤٠]]'],
        ],
      ],
    ],
    comments: { 1: query('LS', 'الرقم من المدير؟'), 2: query('LS', 'يجب أن يطابق الفقرة الأولى.') },
  },
  {
    name: 'hebrew-library',
    title: 'הספרייה העירונית נסגרת בשבתות',
    author: 'דנה ברק',
    language: 'he-IL',
    rtl: true,
    blocks: [
      ['title', 'הספרייה העירונית נסגרת בשבתות'],
      [
        'p',
        'הספרייה בגבעת־ורד תיסגר בשבתות החל ב־[[c1|1 באפריל]], כך החליטה העירייה ברוב של [[-DB|8]][[+DB|9]] נגד 4.',
      ],
      [
        'p',
        '„אין לנו תקציב לעוד שומר”, אמרה המנהלת [[b|נעמי שדה]].[[fn|שיחה ב־5 במרץ 2026.]] בשנה שעברה ביקרו בה [[c2|61,000 איש]].',
      ],
    ],
    comments: { 1: query('DB', 'לוודא תאריך.'), 2: query('DB', 'לפי השער או לפי הכרטיסים?') },
  },
  {
    name: 'french-orchard',
    title: 'Gel tardif : la moitié des vergers touchés',
    author: 'Aude Kerninon',
    language: 'fr-FR',
    blocks: [
      ['title', 'Gel tardif : la moitié des vergers touchés'],
      [
        'p',
        'Dans la vallée de l’Ourse, [[c1|52 % des vergers]] ont gelé dans la nuit du 11 au 12 avril, selon la coopérative.',
      ],
      [
        'p',
        '« Nous avons perdu [[-MH|presque ]]tout », dit Yann Le Goas, qui cultive 14 hectares.[[fn|Entretien du 13 avril.]]',
      ],
      [
        'p',
        'L’assurance couvrira [[c2|au plus 30 %]] des pertes[[+MH|, d’après le contrat type]].',
      ],
    ],
    comments: { 1: query('MH', 'Surface ou nombre ?'), 2: query('MH', 'Source ?') },
  },
  {
    name: 'polish-tram',
    title: 'Tramwaj wraca na Rybną',
    author: 'Piotr Wilk',
    language: 'pl-PL',
    blocks: [
      ['title', 'Tramwaj wraca na Rybną'],
      [
        'p',
        'Po [[c1|siedmiu latach]] tramwaj numer 4 znów pojedzie ulicą Rybną. Przebudowa kosztowała 88[[-PW|,5]] mln złotych.',
      ],
      [
        'p',
        'Z linii ma korzystać „nawet 11 tysięcy osób dziennie”.[[en|Prognoza z 2023 roku, rozdział 4.]] [[i|Zażółć gęślą jaźń]], żartuje motorniczy.',
      ],
    ],
    comments: { 1: query('PW', 'Od zamknięcia w marcu 2019: prawie siedem.') },
  },
  {
    name: 'emoji-festival',
    title: 'Kite festival ends in the trees 🪁',
    author: 'Bea Lomax',
    language: 'en-GB',
    blocks: [
      ['title', 'Kite festival ends in the trees 🪁'],
      [
        'p',
        'Some [[c1|1,200 kites 🪁🪁]] were flown at Sandmere on Sunday; firefighters 👩🏽‍🚒 fetched [[-MH|46]][[+MH|64]] of them out of trees.',
      ],
      [
        'p',
        '“Best day ever 😂”, wrote [[a https://kites.example/post/1|one visitor]]. The town’s café sold out of tea by noon.',
      ],
      ['p', 'Next year’s date, 14 March, is [[c2|already set]].'],
    ],
    comments: { 1: query('MH', 'Counted how? 🤔'), 2: query('JO', 'The site says “likely”.') },
  },
  {
    name: 'court-list',
    title: 'Landlord must repay deposits, court finds',
    author: 'Isla Quill',
    language: 'en-IE',
    blocks: [
      ['title', 'Landlord must repay deposits, court finds'],
      [
        'p',
        'A landlord in Dunmara kept [[c1|23 deposits]] he should have returned, the district court found on 20 February.[[fn|Judgment 2026/114, paragraph 31.]]',
      ],
      [
        'p',
        'Judge Maeve Corrigan ordered him to pay [[b|€27,600]] and costs[[+JO| of €4,100]]. His lawyer said he would [[-JO|certainly ]]appeal.',
      ],
      [
        'p',
        'He [[c2|“never lived in the house”]], the judgment says.[[fn|The same, paragraph 12.]] The tenants’ union calls it [[a https://tenants.example/dunmara|the largest sum since 2011]].[[fn|Press release of 21 February.]]',
      ],
    ],
    comments: {
      1: query('MH', 'Judgment lists 24, one withdrawn.', {
        replies: [query('JO', 'Then 23 it is.'), query('MH', 'Stet.')],
      }),
      2: query('MH', 'Defamatory if wrong: read paragraph 12 again.'),
    },
  },
  {
    name: 'plain-notes',
    language: 'en-GB',
    author: '',
    blocks: [
      ['p', 'Heat pump scheme paid for empty houses'],
      ['p', 'At least 40 grants went to houses where [[c1|nobody has lived since 2020]].'],
      ['p', 'The agency paid up to £7,500 a house. It checked one in [[c2|fifty]].'],
      ['p', 'Asked why, a spokesman said: “We check what we can.”'],
    ],
    comments: {
      1: query('JO', 'From the electoral roll?'),
      2: query('JO', 'Their report says one in forty.'),
    },
  },
  {
    name: 'long-read',
    title: 'The valley that moved its church',
    author: 'Caro Lindqvist',
    language: 'en-GB',
    blocks: [
      ['title', 'The valley that moved its church'],
      ['sub', 'Nine hundred people, one crane and a very slow road'],
      [
        'p',
        'In Tverrdal they moved the church on a Tuesday, because [[c1|the road is closed on Tuesdays anyway]].',
      ],
      [
        'p',
        'It weighs 412 tonnes. The lorry under it had [[-MH|96]][[+MH|112]] wheels and drove at [[c2|400 metres an hour]].',
      ],
      ['h', 'Why it had to go'],
      [
        'p',
        'The rock above the old site moves by [[c3|eleven centimetres a year]].[[fn|Survey of the state’s geologists, 2024: between 9 and 13 cm.]] In [[i|1934]] a part of it fell into the fjord; forty[[nbh]]one people died further down.',
      ],
      ['quote', '“My grandmother is buried here twice,” said Sunniva Dahl, who is 83.'],
      [
        'p',
        'The move cost [[+JO|about ]]74 million kroner, [[a https://tverrdal.example/budget|the budget]] says; the state paid four fifths.[[fn|Budget 2025, chapter 6.]]',
      ],
      ['li', 'Length of the journey: 1.8 kilometres'],
      ['li', 'Days on the road: [[-JO|two]][[+JO|three]]'],
      ['caption', 'Picture: The tower on its own lorry.'],
    ],
    comments: {
      1: query('MH', 'Lovely. True?'),
      2: query('MH', '1.8 km in three days is less than that.'),
      3: query('JO', 'Survey: “about ten”.', { done: true }),
    },
  },
];
