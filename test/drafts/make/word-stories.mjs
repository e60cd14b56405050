/** The words of the drafts that are written the way Word writes. Every person, place, figure and event is invented. */
import { STORIES } from './stories.mjs';

const query = (by, text, more = {}) => ({ by, at: '2026-02-12T14:40:00', text, ...more });
const again = (name, more) => {
  const story = STORIES.find((each) => each.name === name);
  if (!story) throw new Error(`There is no story ${name}.`);
  return { ...story, ...more };
};

export const WORD_STORIES = [
  again('court-list', {}),
  again('mist-vokzal', {}),
  again('arabic-harbour', {}),
  again('long-read', { localIds: true, header: 'DRAFT 3 – not for publication' }),
  again('emoji-festival', { oldComments: true }),
  {
    name: 'moved-text',
    title: 'Market hall: traders move first',
    author: 'Nell Ashgrove',
    blocks: [
      ['title', 'Market hall: traders move first'],
      [
        'p',
        '[[mf|The council voted on Tuesday.]] The traders heard of it from a notice on the door, [[c1|eleven of them]] say.',
      ],
      [
        'p',
        'Rents rise from £38 to [[-MH|£52]][[+MH|£54]] a week. [[mt|The council voted on Tuesday.]] The hall has 63 stalls.',
      ],
      ['p', 'One stall has been [[-JO|let ]][[+MH|rented ]]since 1958.'],
    ],
    comments: {
      1: query('JO', 'I spoke to nine.', {
        replies: [query('MH', 'And Ade to two.'), query('JO', 'Eleven, then.')],
      }),
    },
  },
  {
    name: 'paragraph-marks',
    title: 'Lighthouse keeper’s house sold twice',
    author: 'Tomos Reed',
    blocks: [
      ['title', 'Lighthouse keeper’s house sold twice'],
      ['p', 'The house on Skerry Point was sold in May.', { mark: '-MH' }],
      ['p', 'It was sold again in July, to somebody else.'],
      ['p', '[[-JO|A whole paragraph that the editor took out.]]', { mark: '-JO' }],
      ['p', 'Both buyers paid a deposit of [[c1|£22,000]].[[+MH| Neither has a key.]]'],
      ['p', '[[+JO|A new paragraph stands here, between two old ones.]]', { mark: '+JO' }],
      ['p', 'The seller could not be reached', { mark: '+MH' }],
      ['p', ' on three telephone numbers.'],
      ['p', 'The registry lists [[c2|neither sale]].'],
    ],
    comments: { 1: query('MH', 'Each?'), 2: query('JO', 'As of 9 February.', { done: true }) },
  },
  {
    name: 'controls-and-fields',
    title: 'Clinic closes its night ward',
    author: 'Isla Quill',
    header: 'The Marram Post',
    picture: true,
    blocks: [
      ['title', '[[sdt Headline|Clinic closes its night ward]]'],
      ['toc', 'Clinic closes its night ward [[tab]]1'],
      [
        'control',
        'The clinic in [[tag|Port Marram]] will shut its night ward on [[sdt Date|2 March]], its director said. [[ph|Click here to enter text.]]',
      ],
      [
        'p',
        'It had [[fld DOCPROPERTY Beds|14 beds]] and served [[c1|[[fld HYPERLINK "https://clinic.example/report"|5,100 people]]]] in a year; see page [[simple PAGE|3]].',
      ],
      [
        'p',
        '[[pic]]The director, Dr Hanne Ruud, gave [[hid|off the record ]]two reasons: money, and [[mark|a lack of nurses]].',
      ],
      ['p', 'A sign reads [[sym 2192]] “Exit”. Doses were given as [[math x=2y]] per day.[[shy]]'],
      [
        'p',
        '[[box|In figures: 14 beds, 9 nurses, 1 doctor at night.]]The nearest ward is 48[[nbh]]50 kilometres away.[[page]]',
      ],
      [
        'p',
        'See also [[simple HYPERLINK "https://clinic.example/map"|the map]] and [[a mailto:press@clinic.example|the press office]].',
      ],
    ],
    comments: { 1: query('MH', 'Report says 5,012.') },
  },
  {
    name: 'nested-tables',
    title: 'Who paid for the dam',
    author: 'Caro Lindqvist',
    blocks: [
      ['title', 'Who paid for the dam'],
      [
        'table',
        [
          [
            [
              'This paragraph stands in a frame of one cell, as a template would have it.',
              'So does [[c1|this second one]].',
            ],
          ],
        ],
      ],
      [
        'table',
        [
          ['Payer', 'Share'],
          ['State', ['62 per cent', 'of the first part']],
          [
            'County',
            [
              '[[c2|31 per cent]]',
              '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>of this in cash</w:t></w:r></w:p></w:tc><w:tc><w:tcPr/><w:p><w:r><w:t>20 per cent</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
              '',
            ],
          ],
          ['[[+MH|Parish]]', '[[+MH|2 per cent]]'],
          ['[[-JO|Church]]', '[[-JO|5 per cent]]'],
        ],
        { rowMarks: { 3: '+MH', 4: '-JO' } },
      ],
      ['p', 'The dam holds [[b|8.4 million]] cubic metres.'],
    ],
    comments: { 1: query('JO', 'Delete?'), 2: query('MH', '62 and 31 is 93.') },
  },
  {
    name: 'nested-changes',
    title: 'Ein Zug, drei Fahrpläne',
    author: 'Grete Immerfroh',
    language: 'de-DE',
    localIds: true,
    blocks: [
      ['title', 'Ein Zug, drei Fahrpläne'],
      [
        'p',
        'Der Zug nach Brunnau fährt [[+MH|seit [[-JO|dem ]]Montag ]]um 6.12 Uhr[[-MH|, um 6.21 Uhr]] ab, [[b|je [[-JO|nach ]][[+JO|laut ]]Aushang]].',
      ],
      [
        'p',
        'Es gibt „[[c1|drei Fahrpläne]]“, sagt die Bahn,[[fn|Auskunft vom 2. Februar, [[a https://bahn.example/auskunft|hier]].]] und „alle gelten“.[[en|Mitschrift.]]',
      ],
      [
        'p',
        '[[a https://bahn.example/a|Der [[-MH|alte]][[+MH|neue]] Plan]] hängt im Bahnhof, [[c2|der zweite]] im Rathaus.',
      ],
    ],
    comments: { 1: query('JO', 'Zwei habe ich gesehen.'), 2: query('JO', '', { point: true }) },
  },
  again('hebrew-library', { oldComments: true, name: 'hebrew-library' }),
  {
    name: 'utf16',
    title: 'Снег в мае',
    author: 'Пётр Заволжский',
    language: 'ru-RU',
    utf16: true,
    blocks: [
      ['title', 'Снег в мае'],
      [
        'p',
        'В посёлке Ольшаны 9 мая выпало [[c1|14 сантиметров снега]] — впервые [[-IK|с 1952 года]][[+IK|за 73 года]].',
      ],
      ['p', '«Картошка подождёт»,[[tab]]говорит агроном.[[fn|Разговор 10 мая.]]'],
    ],
    comments: { 1: query('IK', 'Метеостанция: 12.') },
  },
  {
    name: 'other-prefix',
    title: 'Harbour seals counted by drone',
    author: 'Bea Lomax',
    defaultNamespace: true,
    macros: true,
    blocks: [
      ['title', 'Harbour seals counted by drone'],
      [
        'p',
        'A drone counted [[c1|1,044 seals]] off Grey Ness in [[-MH|two]][[+MH|three]] flights.',
      ],
      ['p', 'Ten years ago people in boats counted “about 900”.[[fn|Trust’s yearbook, 2016.]]'],
    ],
    comments: { 1: query('MH', 'Pups included?') },
  },
  {
    name: 'no-comments',
    title: 'Bakery wins back its oven',
    author: 'Nell Ashgrove',
    blocks: [
      ['p', '[[b|Bakery wins back its oven]]'],
      ['p', 'The oven of 1911 stood in a museum in Fernley for 26 years.'],
      ['p', '[[b|A loan without a date]]'],
      ['p', '  The loan had no end date,  a clerk found.  '],
      ['p', ''],
      ['p', 'It weighs 3.5 tonnes and bakes [[i|90 loaves]] at once.'],
    ],
    comments: {},
  },
];
