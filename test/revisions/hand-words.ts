import { casesOf } from './revision-case';

/** Negation, names, attribution and qualifiers, within the claim and beside it. */
export const WORDS = [
  ...casesOf('negation', [
    ['The plant ⟦was insured⟧ at the time.', 'The plant ⟦was not insured⟧ at the time.', 'CHANGED'],
    [
      'The inspectors did not find that ⟦the valve had failed⟧.',
      'The inspectors did find that ⟦the valve had failed⟧.',
      'CHANGED',
    ],
    [
      'The inspectors found that ⟦the valve had failed⟧.',
      'The inspectors never found that ⟦the valve had failed⟧.',
      'CHANGED',
    ],
    [
      "The mayor didn't say ⟦the well was safe⟧.",
      'The mayor did say ⟦the well was safe⟧.',
      'CHANGED',
    ],
    ['⟦Nobody was hurt⟧ in the collapse.', '⟦Somebody was hurt⟧ in the collapse.', 'CHANGED'],
    [
      'The firm denied that ⟦it had paid the agent⟧.',
      'The firm agreed that ⟦it had paid the agent⟧.',
      'CHANGED',
    ],
    [
      'The ship left port ⟦with a pilot aboard⟧.',
      'The ship left port ⟦without a pilot aboard⟧.',
      'CHANGED',
    ],
    ['The court ruled ⟦the search lawful⟧.', 'The court ruled ⟦the search unlawful⟧.', 'CHANGED'],
    ['It is true that ⟦the bank knew⟧.', 'It is false that ⟦the bank knew⟧.', 'CHANGED'],
    [
      'The guard failed to ⟦lock the east gate⟧.',
      'The guard managed to ⟦lock the east gate⟧.',
      'CHANGED',
    ],
    [
      '⟦The crew had life vests⟧, and no one drowned.',
      '⟦The crew had life vests⟧, and one drowned.',
      'CHANGED',
    ],
  ]),
  ...casesOf('a contraction written out', [
    [
      "⟦The ferry reached the island at six⟧, though it didn't stop at the fort.",
      '⟦The ferry reached the island at six⟧, though it did not stop at the fort.',
      'KEEP',
    ],
  ]),
  ...casesOf('names respelled', [
    ['⟦Oksana Hrytsenko⟧ chairs the board.', '⟦Oksana Gritsenko⟧ chairs the board.', 'CHANGED'],
    [
      'Oksana Hrytsenko said ⟦the board had met twice⟧.',
      'Oksana Gritsenko said ⟦the board had met twice⟧.',
      'CHANGED',
    ],
    [
      '⟦The ferry runs⟧ from Sassnitz to Trelleborg.',
      '⟦The ferry runs⟧ from Sassnitz to Ystad.',
      'CHANGED',
    ],
    [
      '⟦The appeal was dismissed⟧, Judge Meyer wrote.',
      '⟦The appeal was dismissed⟧, Judge Maier wrote.',
      'CHANGED',
    ],
    [
      'The OSCE confirmed that ⟦the convoy had left⟧.',
      'The OECD confirmed that ⟦the convoy had left⟧.',
      'CHANGED',
    ],
    ['⟦Mr Okafor’s yacht⟧ was searched.', '⟦Mr Okafur’s yacht⟧ was searched.', 'CHANGED'],
    [
      'Kovalenko told the panel ⟦the order came by phone⟧.',
      'Kovalchuk told the panel ⟦the order came by phone⟧.',
      'CHANGED',
    ],
    [
      '⟦The works belong to Delmar⟧, a fund in Lund.',
      '⟦The works belong to Delmar⟧, a fund in Bonn.',
      'CHANGED',
    ],
  ]),
  ...casesOf('attribution', [
    [
      'According to the harbour master, ⟦the tug had no lights⟧.',
      '⟦The tug had no lights⟧.',
      'FALL',
    ],
    [
      'According to the harbour master, ⟦the tug had no lights⟧.',
      'According to the owner, ⟦the tug had no lights⟧.',
      'CHANGED',
    ],
    ['⟦The tug had no lights⟧.', '⟦The tug had no lights⟧, the harbour master said.', 'CHANGED'],
    ['⟦The tug had no lights⟧, police said.', '⟦The tug had no lights⟧.', 'CHANGED'],
    [
      '⟦The tug had no lights⟧, police said.',
      '⟦The tug had no lights⟧, residents said.',
      'CHANGED',
    ],
    [
      'Prosecutors allege that ⟦the clerk burned the ledgers⟧.',
      'Prosecutors proved that ⟦the clerk burned the ledgers⟧.',
      'CHANGED',
    ],
    [
      'The minister said “⟦we will not pay⟧” at the hearing.',
      'The minister said ⟦we will not pay⟧ at the hearing.',
      'CHANGED',
    ],
    [
      '⟦The cargo was grain⟧, the captain believes.',
      '⟦The cargo was grain⟧, the captain knows.',
      'CHANGED',
    ],
    [
      'A leaked memo shows ⟦the sale was rushed⟧.',
      'A signed memo shows ⟦the sale was rushed⟧.',
      'CHANGED',
    ],
    [
      'He told Radio Nord that ⟦the brakes were old⟧.',
      'He told TV Nord that ⟦the brakes were old⟧.',
      'CHANGED',
    ],
  ]),
  ...casesOf('qualifiers', [
    ['The fire killed at least ⟦30 sheep⟧.', 'The fire killed ⟦30 sheep⟧.', 'CHANGED'],
    ['The fire killed ⟦30 sheep⟧.', 'The fire killed up to ⟦30 sheep⟧.', 'CHANGED'],
    ['Preliminary figures show that ⟦output fell⟧.', 'Figures show that ⟦output fell⟧.', 'CHANGED'],
    ['⟦About 400 homes⟧ lost power.', '⟦Exactly 400 homes⟧ lost power.', 'CHANGED'],
    [
      'The arms were allegedly ⟦sold through a shop in Graz⟧.',
      'The arms were ⟦sold through a shop in Graz⟧.',
      'CHANGED',
    ],
    ['⟦The dam may give way⟧ in a flood.', '⟦The dam will give way⟧ in a flood.', 'CHANGED'],
    ['Only ⟦two of the pumps worked⟧.', '⟦Two of the pumps worked⟧.', 'FALL'],
    [
      'If the vote passes, ⟦the pier will be rebuilt⟧.',
      'Once the vote passes, ⟦the pier will be rebuilt⟧.',
      'CHANGED',
    ],
    ['All of ⟦the wells were tested⟧.', 'Some of ⟦the wells were tested⟧.', 'CHANGED'],
    [
      'It is ⟦the largest⟧ port on the gulf.',
      'It is one of ⟦the largest⟧ ports on the gulf.',
      'CHANGED',
    ],
    [
      '⟦The road was closed⟧ for over a year.',
      '⟦The road was closed⟧ for under a year.',
      'CHANGED',
    ],
    [
      '⟦The quarry is flooded⟧, partly by rain.',
      '⟦The quarry is flooded⟧, wholly by rain.',
      'CHANGED',
    ],
  ]),
  ...casesOf('other words beside the claim', [
    [
      'The clinic in the old school ⟦has no heating⟧.',
      'The clinic in the old church ⟦has no heating⟧.',
      'CHANGED',
    ],
    ['The driver ⟦was taken to hospital⟧.', 'The passenger ⟦was taken to hospital⟧.', 'CHANGED'],
    [
      '⟦The ferry hit the pier⟧ because of fog.',
      '⟦The ferry hit the pier⟧ because of speed.',
      'CHANGED',
    ],
  ]),
];
