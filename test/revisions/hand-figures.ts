import { casesOf } from './revision-case';

/** Figures, units and dates, within the claim and beside it. */
export const FIGURES = [
  ...casesOf('changed digits', [
    [
      'The coast guard counted ⟦12 of 15⟧ boats before dawn.',
      'The coast guard counted ⟦12 out of 16⟧ boats before dawn.',
      'CHANGED',
    ],
    ['In all, ⟦8 of 24 drones⟧ fell short.', 'In all, ⟦18 of 24 drones⟧ fell short.', 'CHANGED'],
    ['The bill came to ⟦4.5 million crowns⟧.', 'The bill came to ⟦45 million crowns⟧.', 'CHANGED'],
    ['Turnout reached ⟦61%⟧ by noon.', 'Turnout reached ⟦67%⟧ by noon.', 'CHANGED'],
    ['⟦Three divers⟧ were treated.', '⟦Four divers⟧ were treated.', 'CHANGED'],
    [
      'The tunnel is ⟦a third longer⟧ than planned.',
      'The tunnel is ⟦a quarter longer⟧ than planned.',
      'CHANGED',
    ],
    ['He was born in ⟦1957⟧ in Varna.', 'He was born in ⟦1975⟧ in Varna.', 'CHANGED'],
    ['Prices fell by ⟦-3 %⟧ in May.', 'Prices fell by ⟦3 %⟧ in May.', 'CHANGED'],
    ['They spent ⟦1,200 euros⟧ on paint.', 'They spent ⟦12,00 euros⟧ on paint.', 'CHANGED'],
    [
      'The bridge closed at ⟦2:30 a.m.⟧ on Friday.',
      'The bridge closed at ⟦2:30 p.m.⟧ on Friday.',
      'CHANGED',
    ],
    [
      'The yard owes ⟦nearly two hundred⟧ suppliers.',
      'The yard owes ⟦nearly three hundred⟧ suppliers.',
      'CHANGED',
    ],
    ['The score was ⟦2–1⟧ at the break.', 'The score was ⟦1–2⟧ at the break.', 'CHANGED'],
  ]),
  ...casesOf('changed digits beside the claim', [
    [
      'Of 40 ferries, ⟦the yard repaired 31⟧ last year.',
      'Of 48 ferries, ⟦the yard repaired 31⟧ last year.',
      'CHANGED',
    ],
    [
      '⟦The dam was inspected⟧ in 2019 and 2022.',
      '⟦The dam was inspected⟧ in 2019 and 2021.',
      'CHANGED',
    ],
    [
      '⟦The council closed the pool⟧ after two warnings.',
      '⟦The council closed the pool⟧ after three warnings.',
      'CHANGED',
    ],
    [
      'At 14:10, ⟦the crane fell on the quay⟧.',
      'At 16:10, ⟦the crane fell on the quay⟧.',
      'CHANGED',
    ],
    [
      '⟦The mine employs 300 people⟧, 40 of them underground.',
      '⟦The mine employs 300 people⟧, 140 of them underground.',
      'CHANGED',
    ],
    [
      'The fund lost half its value, ⟦the auditors found⟧.',
      'The fund lost a third of its value, ⟦the auditors found⟧.',
      'CHANGED',
    ],
  ]),
  ...casesOf('swapped figures', [
    ['The vote was ⟦31 for and 13 against⟧.', 'The vote was ⟦13 for and 31 against⟧.', 'CHANGED'],
    [
      '⟦Exports rose 4 percent⟧ and imports 9 percent.',
      '⟦Exports rose 9 percent⟧ and imports 4 percent.',
      'CHANGED',
    ],
    [
      'Of 12 wells, 5 are dry, and ⟦the rest are shared by two villages⟧.',
      'Of 5 wells, 12 are dry, and ⟦the rest are shared by two villages⟧.',
      'CHANGED',
    ],
    [
      'The north line carries 900 riders and ⟦the south line 700⟧.',
      'The north line carries 700 riders and ⟦the south line 900⟧.',
      'CHANGED',
    ],
  ]),
  ...casesOf('units', [
    ['The slick is ⟦40 miles long⟧.', 'The slick is ⟦40 kilometres long⟧.', 'CHANGED'],
    ['The slick is ⟦40⟧ miles long.', 'The slick is ⟦40⟧ kilometres long.', 'CHANGED'],
    ['The grant is worth ⟦$3 million⟧.', 'The grant is worth ⟦€3 million⟧.', 'CHANGED'],
    ['The firm paid $⟦3 million⟧ in fines.', 'The firm paid €⟦3 million⟧ in fines.', 'CHANGED'],
    [
      '⟦The raid destroyed 14⟧ tanks and a depot.',
      '⟦The raid destroyed 14⟧ trucks and a depot.',
      'CHANGED',
    ],
    ['Rents are up ⟦6⟧ percent.', 'Rents are up ⟦6⟧ percentage points.', 'CHANGED'],
    [
      'The tank holds 30 tonnes, ⟦enough for a week⟧.',
      'The tank holds 30 litres, ⟦enough for a week⟧.',
      'CHANGED',
    ],
    ['The plan costs ⟦2 million⟧ a year.', 'The plan costs ⟦2 billion⟧ a year.', 'CHANGED'],
    [
      'The reactor ran at 80 °C, ⟦twice the limit⟧.',
      'The reactor ran at 80 °F, ⟦twice the limit⟧.',
      'CHANGED',
    ],
  ]),
  ...casesOf('dates', [
    ['⟦The minister resigned⟧ on 4 May.', '⟦The minister resigned⟧ on 5 May.', 'CHANGED'],
    ['⟦The minister resigned⟧ on Monday.', '⟦The minister resigned⟧ on Tuesday.', 'CHANGED'],
    ['Last year ⟦the yard built nine hulls⟧.', 'This year ⟦the yard built nine hulls⟧.', 'CHANGED'],
    ['⟦The court will rule in June⟧.', '⟦The court will rule in July⟧.', 'CHANGED'],
    [
      '⟦The well was sealed⟧ before the storm.',
      '⟦The well was sealed⟧ after the storm.',
      'CHANGED',
    ],
    [
      '⟦The river froze over⟧ yesterday morning.',
      '⟦The river froze over⟧ yesterday evening.',
      'CHANGED',
    ],
    ['⟦The strike ended⟧ a week ago.', '⟦The strike ended⟧ a month ago.', 'CHANGED'],
    [
      '⟦The chapel has stood empty⟧ since 1988.',
      '⟦The chapel has stood empty⟧ until 1988.',
      'CHANGED',
    ],
    ['⟦The train stops here⟧ daily.', '⟦The train stops here⟧ weekly.', 'CHANGED'],
  ]),
];
