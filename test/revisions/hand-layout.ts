import { casesOf } from './revision-case';

/** Sentences and paragraphs that move, split, join or stand twice. */
export const LAYOUT = [
  ...casesOf('sentence moved', [
    [
      'The hall burned down. ⟦Two people were hurt⟧. The cause is unknown.',
      'The hall burned down. The cause is unknown. ⟦Two people were hurt⟧.',
      'KEEP',
    ],
    [
      'The pier is shut.\n\nThe town wants it back. ⟦Repairs cost 90,000 euros⟧ in 2020.',
      'The pier is shut. ⟦Repairs cost 90,000 euros⟧ in 2020.\n\nThe town wants it back.',
      'KEEP',
    ],
    [
      'The pier is shut.\n\nThe town wants it back. ⟦Repairs cost 90,000 euros⟧ in 2020.',
      'The pier is shut. ⟦Repairs cost 90,000 euros⟧ in 2021.\n\nThe town wants it back.',
      'CHANGED',
    ],
  ]),
  ...casesOf('paragraphs reordered', [
    [
      'One diver found the bell.\n\n⟦The bell weighs 70 kilos⟧.\n\nIt was cast in Riga.',
      'It was cast in Riga.\n\nOne diver found the bell.\n\n⟦The bell weighs 70 kilos⟧.',
      'KEEP',
    ],
    [
      '⟦The choir has 14 members⟧. They meet on Mondays.\n\nThe hall is cold.\n\nThe roof leaks.',
      'The roof leaks.\n\nThe hall is cold.\n\n⟦The choir has 14 members⟧. They meet on Mondays.',
      'KEEP',
    ],
    [
      'In Lund, the fund bought a mill. ⟦It paid nine million crowns⟧.\n\nIn Bonn, it bought a yard. It paid nine million crowns.',
      'In Bonn, it bought a yard. It paid nine million crowns.\n\nIn Lund, the fund bought a mill. ⟦It paid nine million crowns⟧.',
      'KEEP',
    ],
    [
      'In Lund, the fund bought a mill. It paid nine million crowns.\n\nIn Bonn, it bought a yard. ⟦It paid nine million crowns⟧.',
      'In Bonn, it bought a yard. ⟦It paid nine million crowns⟧.\n\nIn Lund, the fund bought a mill. It paid nine million crowns.',
      'KEEP',
    ],
  ]),
  ...casesOf('sentence split', [
    [
      '⟦The mill closed in 2011⟧, and the stream has run clear.',
      '⟦The mill closed in 2011⟧. The stream has run clear.',
      'KEEP',
    ],
    [
      'The mayor said the mill had closed, and ⟦the stream had run clear for a year⟧.',
      'The mayor said the mill had closed. ⟦The stream had run clear for a year⟧.',
      'FALL',
    ],
    [
      'The mayor said the mill had closed, and ⟦the stream had run clear for a year⟧.',
      'The mayor said the mill had closed. And ⟦the stream had run clear for a year⟧.',
      'CHANGED',
    ],
    [
      'On 3 June the gate broke, and ⟦water ran into the cellar⟧.',
      'On 3 June the gate broke. Then ⟦water ran into the cellar⟧.',
      'CHANGED',
    ],
  ]),
  ...casesOf('sentence merged', [
    [
      '⟦The mill closed in 2011⟧. The stream has run clear.',
      '⟦The mill closed in 2011⟧, and the stream has run clear.',
      'KEEP',
    ],
    [
      'The mayor denied it. ⟦The mill closed in 2011⟧.',
      'The mayor denied that ⟦the mill closed in 2011⟧.',
      'FALL',
    ],
    [
      '⟦The mill closed in 2011⟧. The mayor said so.',
      '⟦The mill closed in 2011⟧, the mayor said.',
      'CHANGED',
    ],
  ]),
  ...casesOf('duplicate sentences', [
    [
      'Police were called. ⟦The gate was open⟧. A dog barked. Rain fell. The gate was open. Nobody came.',
      'Police were called. ⟦The gate was open⟧. A dog barked. Rain fell. The gate was open. Nobody came.',
      'KEEP',
    ],
    [
      'Police were called. The gate was open. A dog barked. Rain fell. ⟦The gate was open⟧. Nobody came.',
      'Last night police were called. The gate was open. A dog barked. Rain fell. ⟦The gate was open⟧. Nobody came.',
      'KEEP',
    ],
    [
      'Police were called. ⟦The gate was open⟧. A dog barked. Rain fell. The gate was open. Nobody came.',
      'Police were called. A dog barked. Rain fell. The gate was open. Nobody came.',
      'FALL',
    ],
    [
      'Asked about the door, he sighed.\n\n⟦The gate was open⟧.',
      'The gate was open.\n\nNobody else saw it.\n\nThe gate was open.',
      'AMBIGUOUS',
    ],
    ['⟦None.⟧\n\nNone.', 'None.', 'FALL'],
    ['The list was long. ⟦Sold.⟧', 'Sold. Sold. Sold.', 'AMBIGUOUS'],
    [
      'Rain fell. ⟦Two men drowned⟧.',
      'Two men drowned. The sun rose. Two men drowned.',
      'AMBIGUOUS',
    ],
    [
      'A first vote was held. ⟦The motion was carried⟧. The hall cheered.',
      'A first vote was held. ⟦The motion was carried⟧. The hall cheered. A second vote was held. The motion was carried. The hall emptied.',
      'KEEP',
    ],
  ]),
  ...casesOf('cut', [
    [
      'The roof leaks. ⟦The cellar was dry in March⟧. The hall is cold.',
      'The roof leaks. The hall is cold.',
      'LOST',
    ],
    ['⟦The bell weighs 70 kilos⟧.', 'It was cast in Riga.', 'LOST'],
    ['⟦The bell weighs 70 kilos⟧.', '', 'LOST'],
  ]),
  ...casesOf('a claim over two paragraphs', [
    [
      'He gave two reasons:\n\n⟦The boat was late.\n\nThe tide was out⟧.\n\nNobody believed him.',
      'He gave his two reasons:\n\n⟦The boat was late.\n\nThe tide was out⟧.\n\nNobody believed him.',
      'KEEP',
    ],
    [
      'He gave two reasons:\n\n⟦The boat was late.\n\nThe tide was out⟧.\n\nNobody believed him.',
      'He gave two reasons:\n\n⟦The boat was early.\n\nThe tide was out⟧.\n\nNobody believed him.',
      'CHANGED',
    ],
    [
      'He gave two reasons:\n\nThe boat ⟦was late.\n\nThe tide was out⟧ at six.\n\nNobody believed him.',
      'He gave two reasons:\n\nThe boat ⟦was late.\n\nThe tide was out⟧ at seven.\n\nNobody believed him.',
      'CHANGED',
    ],
  ]),
  ...casesOf('edits elsewhere', [
    [
      'The fair opened on Friday. ⟦It drew 3,000 visitors⟧. The band played late.',
      'The fair opened on Saturday. ⟦It drew 3,000 visitors⟧. The band played until two.',
      'KEEP',
    ],
    [
      '⟦The yard built 12 hulls⟧ in 2020.\n\nIt lost money.',
      'Yard in trouble\n\n⟦The yard built 12 hulls⟧ in 2020.\n\nIt made no money at all.',
      'KEEP',
    ],
    [
      'The old well is dry. ⟦Two wells are left⟧.',
      'The old well, the only deep one, is dry. ⟦Two wells are left⟧.',
      'KEEP',
    ],
  ]),
];
