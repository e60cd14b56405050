import { casesOf } from './revision-case';

/** Revisions that look harmless, and some that look worse than they are. */
export const TRAPS = [
  ...casesOf('small words that decide', [
    ['A few ⟦of the pumps worked⟧.', 'Few ⟦of the pumps worked⟧.', 'CHANGED'],
    ['⟦The reservoir fell⟧ by 5 metres.', '⟦The reservoir fell⟧ to 5 metres.', 'CHANGED'],
    ['Therefore ⟦the tank burst⟧.', '⟦the tank burst⟧.', 'CHANGED'],
    ['The ⟦12 boats⟧ returned.', '⟦12 boats⟧ returned.', 'CHANGED'],
    ['⟦The yard sold tugs⟧ and barges.', '⟦The yard sold tugs⟧ or barges.', 'CHANGED'],
    ['Nothing but ⟦the north wall stood⟧.', 'Nothing, and ⟦the north wall stood⟧.', 'CHANGED'],
    [
      'The levy, on average, ⟦costs a home 90 euros⟧.',
      'The levy ⟦costs a home 90 euros⟧.',
      'CHANGED',
    ],
    ['⟦The pier was closed⟧ by the council.', '⟦The pier was closed⟧ for the council.', 'CHANGED'],
    [
      'He was wrongfully ⟦dismissed from the yard⟧.',
      'He was ⟦dismissed from the yard⟧.',
      'CHANGED',
    ],
    ['The clerk was quickly ⟦cleared of fraud⟧.', 'The clerk was ⟦cleared of fraud⟧.', 'CHANGED'],
  ]),
  ...casesOf('marks that decide', [
    ['⟦Output changed⟧ by –3 % in May.', '⟦Output changed⟧ by 3 % in May.', 'CHANGED'],
    ['⟦The range was measured⟧ at 5–10 km.', '⟦The range was measured⟧ at 5, 10 km.', 'CHANGED'],
    ['Mayor: ⟦the council lied⟧.', 'Mayor, ⟦the council lied⟧.', 'CHANGED'],
    [
      'The report, he said, was “late” and full of errors, so ⟦the vote was put off⟧.',
      'The report, he said, was late and “full of errors”, so ⟦the vote was put off⟧.',
      'CHANGED',
    ],
    [
      'He called it ‘a farce’, and ⟦the vote was put off⟧.',
      'He called it a farce, and ⟦the vote was put off⟧.',
      'CHANGED',
    ],
    [
      'He called it ‘a farce’, and ⟦the vote was put off⟧.',
      'He called it “a farce,” and ⟦the vote was put off⟧.',
      'KEEP',
    ],
    [
      'The crews’ boats were old, and ⟦the vote was put off⟧.',
      "The crews' boats were old, and ⟦the vote was put off⟧.",
      'KEEP',
    ],
    ['⟦The flow was 30⟧ m² a day.', '⟦The flow was 30⟧ m³ a day.', 'CHANGED'],
    [
      'The clinic (⟦opened in 1988⟧) is closed.',
      'The clinic [⟦opened in 1988⟧] is closed.',
      'KEEP',
    ],
  ]),
  ...casesOf('typos that are words', [
    [
      'The princes ⟦sold the estate⟧ at once.',
      'The princess ⟦sold the estate⟧ at once.',
      'CHANGED',
    ],
    [
      '⟦The bridge was tested⟧ after a complaint firm asked.',
      '⟦The bridge was tested⟧ after a compliant firm asked.',
      'CHANGED',
    ],
    [
      '⟦The well was sealed⟧ when the inspector died.',
      '⟦The well was sealed⟧ when the inspector dined.',
      'CHANGED',
    ],
    [
      '⟦The count took a week⟧ in three counties.',
      '⟦The count took a week⟧ in three countries.',
      'CHANGED',
    ],
    [
      'Immoral acts, the judge wrote, and ⟦the sale was void⟧.',
      'Immortal acts, the judge wrote, and ⟦the sale was void⟧.',
      'CHANGED',
    ],
  ]),
  ...casesOf('the same words in another sentence', [
    [
      '⟦12 of 15⟧ boats came back. The sea was calm.',
      '12 out of 16 boats came back. The sea was calm. An earlier version of this story said 12 of 15.',
      'CHANGED',
    ],
    [
      'The court said that ⟦the sale was void⟧. The firm will appeal.',
      'The firm said: is it true that the sale was void? The firm will appeal.',
      'FALL',
    ],
    [
      '⟦The gate was open⟧, the guard admitted on Tuesday. Rain fell.',
      'Rain fell. Witnesses deny that the gate was open.',
      'FALL',
    ],
  ]),
  ...casesOf('figures at the start of a sentence', [
    [
      'The mill closed on Monday. ⟦12 people lost their jobs⟧.',
      'The mill closed on Tuesday. ⟦12 people lost their jobs⟧.',
      'KEEP',
    ],
    [
      'The mill closed on Monday. 12 people ⟦lost their jobs⟧.',
      'The mill closed on Monday. 13 people ⟦lost their jobs⟧.',
      'CHANGED',
    ],
    ['The fire killed approx. ⟦30 sheep⟧.', 'The fire killed min. ⟦30 sheep⟧.', 'CHANGED'],
  ]),
  ...casesOf('one edit among many', [
    [
      'The yard was built in 1911. ⟦It employs 300 people⟧ today. Its owner lives in Bonn. The pier is old.',
      'Yard in trouble\n\nThe yard, built in 1912, is old. Its owner lives in Graz.\n\n⟦It employs 300 people⟧ today. The pier is new.',
      'KEEP',
    ],
    [
      'The yard was built in 1911. ⟦It employs 300 people⟧ today. Its owner lives in Bonn. The pier is old.',
      'Yard in trouble\n\nThe yard, built in 1912, is old. Its owner lives in Graz.\n\n⟦It employs 300 people⟧ no more. The pier is new.',
      'CHANGED',
    ],
    [
      'Intro.\n\n⟦The choir has 14 members⟧, and it sings on Mondays.\n\nOutro.',
      'Outro.\n\nNew.\n\n⟦The choir has 14 members⟧, and it sings on Sundays.\n\nIntro.',
      'CHANGED',
    ],
  ]),
  ...casesOf('letters of another script', [
    ['⟦The pier was safe⟧, Makarov said.', '⟦The pier was safe⟧, Mаkarov said.', 'CHANGED'],
    ['⟦The pier was safe⟧ in May.', '⟦The pier was safe⟧ in \u202eyaM\u202c.', 'CHANGED'],
    ['⟦The café was sold⟧ in May.', '⟦The cafe\u0301 was sold⟧ in May.', 'CHANGED'],
    ['The café said ⟦it was sold⟧ in May.', 'The cafe\u0301 said ⟦it was sold⟧ in May.', 'KEEP'],
  ]),
  ...casesOf('claims at the edges of words', [
    ['The non-⟦profit closed⟧ in May.', 'The non-⟦profit closed⟧ in May. It was old.', 'KEEP'],
    ['The non-⟦profit closed⟧ in May.', 'The ⟦profit closed⟧ in May.', 'CHANGED'],
    ['It is a 12-⟦year-old boat⟧.', 'It is a 13-⟦year-old boat⟧.', 'CHANGED'],
    ['⟦It sank.⟧', '⟦It sank.⟧ Nobody knows why.', 'KEEP'],
    ['⟦It sank⟧', '⟦It sank⟧?', 'CHANGED'],
  ]),
];
