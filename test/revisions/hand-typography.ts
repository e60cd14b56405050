import { casesOf } from './revision-case';

/** Marks, spaces, scripts: what must not matter beside the claim, and what must. */
export const TYPOGRAPHY = [
  ...casesOf('marks restyled beside the claim', [
    [
      'The chief, a former diver, said "⟦the hull was sound⟧".',
      'The chief, a former diver, said “⟦the hull was sound⟧”.',
      'KEEP',
    ],
    [
      'The chief said "it is a mess" and that ⟦the hull was sound⟧.',
      'The chief said «it is a mess» and that ⟦the hull was sound⟧.',
      'KEEP',
    ],
    [
      'The hull - built in Gdansk - was sound, and ⟦the engine was new⟧.',
      'The hull – built in Gdansk – was sound, and ⟦the engine was new⟧.',
      'KEEP',
    ],
    [
      'After the storm ⟦the hull was sound⟧ and the engine was new.',
      'After the storm, ⟦the hull was sound⟧, and the engine was new.',
      'KEEP',
    ],
    [
      '⟦The hull was sound⟧ ... or so it seemed.',
      '⟦The hull was sound⟧ … or so it seemed.',
      'KEEP',
    ],
    [
      "⟦The hull was sound⟧, the ship's log says.",
      '⟦The hull was sound⟧, the ship’s log says.',
      'KEEP',
    ],
    ['⟦The hull was sound⟧, the log says.', '⟦The hull was sound⟧, the log says?', 'CHANGED'],
  ]),
  ...casesOf('no-break spaces beside the claim', [
    [
      'In 2020 the yard had 5\u00a0cranes, and ⟦the hull was sound⟧.',
      'In 2020 the yard had 5 cranes, and ⟦the hull was sound⟧.',
      'KEEP',
    ],
    [
      'A yard with 12 000 workers said ⟦the hull was sound⟧.',
      'A yard with 12\u202f000 workers said ⟦the hull was sound⟧.',
      'KEEP',
    ],
    ['The yard  said ⟦the hull was sound⟧.', 'The yard said ⟦the hull was sound⟧.', 'KEEP'],
    [
      'The ship\u00adyard said ⟦the hull was sound⟧.',
      'The shipyard said ⟦the hull was sound⟧.',
      'KEEP',
    ],
  ]),
  ...casesOf('marks and spaces restyled within the claim', [
    ['She said ⟦“the hull was sound”⟧.', 'She said ⟦"the hull was sound"⟧.', 'CHANGED'],
    ['⟦The hull – all of it – was sound⟧.', '⟦The hull — all of it — was sound⟧.', 'CHANGED'],
    ['⟦It cost 5\u00a0euros⟧.', '⟦It cost 5 euros⟧.', 'CHANGED'],
    ['⟦The captain’s log⟧ was lost.', "⟦The captain's log⟧ was lost.", 'CHANGED'],
  ]),
  ...casesOf('adverbs, articles and typos beside the claim', [
    [
      'Meanwhile, ⟦the hull was sound⟧ and the engine ran.',
      '⟦the hull was sound⟧ and the engine quietly ran.',
      'KEEP',
    ],
    [
      '⟦The hull was sound⟧ and the crew quickly left.',
      '⟦The hull was sound⟧ and the crew left.',
      'KEEP',
    ],
    [
      '⟦The hull was sound⟧ when the comittee met.',
      '⟦The hull was sound⟧ when the committee met.',
      'KEEP',
    ],
    [
      '⟦The hull was sound⟧ when they recieved the cargo.',
      '⟦The hull was sound⟧ when they received the cargo.',
      'KEEP',
    ],
    [
      '⟦The hull was sound⟧, which the goverment doubts.',
      '⟦The hull was sound⟧, which the government doubts.',
      'KEEP',
    ],
    [
      'The port authority said that ⟦the hull was sound⟧.',
      'The port authority said ⟦the hull was sound⟧.',
      'KEEP',
    ],
    [
      '⟦The hull was sound⟧ and the engine, also new, ran.',
      '⟦The hull was sound⟧ and an engine, new, ran.',
      'KEEP',
    ],
    [
      '⟦The hull was sound⟧ at the harbour centre.',
      '⟦The hull was sound⟧ at the harbor center.',
      'KEEP',
    ],
  ]),
  ...casesOf('Cyrillic', [
    [
      'Вночі впало дев’ять уламків. ⟦Поранено двох людей⟧, повідомили рятувальники.',
      'Уночі впало дев’ять уламків. ⟦Поранено двох людей⟧, повідомили рятувальники.',
      'KEEP',
      'uk',
    ],
    [
      '⟦Поранено двох людей⟧, повідомили рятувальники.',
      '⟦Поранено трьох людей⟧, повідомили рятувальники.',
      'CHANGED',
      'uk',
    ],
    ['⟦Поранено двох людей⟧, повідомили рятувальники.', '⟦Поранено двох людей⟧.', 'CHANGED', 'uk'],
    ['⟦Порт працює⟧, сказав мер Одеси.', '⟦Порт працює⟧, сказав мер Херсона.', 'CHANGED', 'uk'],
    ['Мер сказав, що ⟦порт працює⟧.', 'Мер не сказав, що ⟦порт працює⟧.', 'CHANGED', 'uk'],
    ['Мэр сказал, что ⟦порт работает⟧.', 'Мэр не сказал, что ⟦порт работает⟧.', 'CHANGED', 'ru'],
    [
      '«Мы готовы», — сказал он, и ⟦порт открылся⟧.',
      '“Мы готовы”, – сказал он, и ⟦порт открылся⟧.',
      'KEEP',
      'ru',
    ],
    [
      'Около ⟦сорока домов⟧ остались без света.',
      'Ровно ⟦сорока домов⟧ остались без света.',
      'CHANGED',
      'ru',
    ],
    [
      'Ferry operator Чайка said ⟦the pier was safe⟧.',
      'Ferry operator Чаёк said ⟦the pier was safe⟧.',
      'CHANGED',
    ],
  ]),
  ...casesOf('right to left', [
    [
      'قال الناطق إن ⟦السفينة غادرت الميناء⟧. لم يصب أحد.',
      'قال الناطق إن ⟦السفينة غادرت الميناء⟧. أصيب رجل.',
      'KEEP',
      'ar',
    ],
    [
      'قال الناطق إن ⟦السفينة غادرت الميناء⟧.',
      'قال الوزير إن ⟦السفينة غادرت الميناء⟧.',
      'CHANGED',
      'ar',
    ],
    ['غرقت ⟦٣ سفن⟧ في المضيق.', 'غرقت ⟦٥ سفن⟧ في المضيق.', 'CHANGED', 'ar'],
    [
      'הדובר אמר ש⟦הספינה יצאה מהנמל⟧. איש לא נפגע.',
      'הדובר אמר ש⟦הספינה יצאה מהנמל⟧. אדם נפגע.',
      'KEEP',
      'he',
    ],
    ['הדובר אמר כי ⟦הספינה יצאה מהנמל⟧.', 'הדובר לא אמר כי ⟦הספינה יצאה מהנמל⟧.', 'CHANGED', 'he'],
    ['⟦נפגעו 12 איש⟧ בנמל.', '⟦נפגעו 13 איש⟧ בנמל.', 'CHANGED', 'he'],
    ['הוא אמר “כן”, ו⟦הספינה יצאה⟧.', 'הוא אמר "כן", ו⟦הספינה יצאה⟧.', 'KEEP', 'he'],
  ]),
  ...casesOf('emoji and scripts without spaces', [
    [
      'The post read 🚢🇺🇦, and ⟦the ship left at nine⟧. All well 🙂.',
      'The post read 🚢🇺🇦, and ⟦the ship left at nine⟧. All well 😀.',
      'KEEP',
    ],
    ['⟦The ship left 🚢⟧ at nine.', '⟦The ship left ✈️⟧ at nine.', 'CHANGED'],
    [
      '昨夜、⟦船は港を出た⟧。乗員は無事だった。',
      '昨夜、⟦船は港を出た⟧。乗員は全員無事だった。',
      'KEEP',
      'ja',
    ],
    ['昨夜、⟦船は港を出た⟧。', '昨夜、⟦船は港に出た⟧。', 'CHANGED', 'ja'],
    ['船长说⟦船上有十二人⟧。', '船长说⟦船上有十三人⟧。', 'CHANGED', 'zh'],
  ]),
  ...casesOf('other languages', [
    [
      'Der Bürgermeister sagte, ⟦das Wehr sei sicher⟧.',
      'Der Bürgermeister sagte nicht, ⟦das Wehr sei sicher⟧.',
      'CHANGED',
      'de',
    ],
    [
      '⟦Das Wehr ist sicher⟧, sagte „der Wirt“.',
      '⟦Das Wehr ist sicher⟧, sagte »der Wirt«.',
      'KEEP',
      'de',
    ],
    [
      'Le maire affirme que ⟦le pont est sûr⟧.',
      'Le préfet affirme que ⟦le pont est sûr⟧.',
      'CHANGED',
      'fr',
    ],
    ['Hubo unos ⟦40 heridos⟧ en el muelle.', 'Hubo ⟦40 heridos⟧ en el muelle.', 'CHANGED', 'es'],
    [
      'Başkan ⟦köprünün güvenli olduğunu⟧ söyledi.',
      'Vali ⟦köprünün güvenli olduğunu⟧ söyledi.',
      'CHANGED',
      'tr',
    ],
  ]),
];
