/** A story of any length and a later version of it: the same every time. */

const SUBJECTS = words(
  'ferry harbour council refinery hospital tender railway verdict quarry landlord reservoir shipyard',
);
const VERBS = words(
  'closed opened sold repaired inspected flooded bought leased counted sealed delayed insured',
);
const OBJECTS = words(
  'piers wagons homes permits barrels crates windows contracts turbines ballots vessels ledgers',
);
const PLACES = words('Lerwick Gdansk Varna Bonn Trelleborg Riga Odesa Malmo Tartu Brno Graz Turku');
const NAMES = words(
  'Solheim Brekke Kvist Dahl Okafor Hrytsenko Meyer Lindqvist Whitcombe Obi Delmar Marek',
);

function words(list) {
  return list.split(' ');
}

/** mulberry32 */
function seeded(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * The old copy, `claims` claims in it ({ id, start, end, exact }), and the new copy: a figure changed in every tenth
 * paragraph, words put in here and there, 60 paragraphs moved, 20 cut, 20 new.
 *
 * @param {{ words: number, claims: number }} size
 */
export function longStory({ words: length, claims }) {
  const chance = seeded(11);
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const sentence = () =>
    `On ${1 + Math.floor(chance() * 28)} May the ${pick(SUBJECTS)} in ${pick(PLACES)} ${pick(VERBS)} ` +
    `${2 + Math.floor(chance() * 900)} of ${900 + Math.floor(chance() * 900)} ${pick(OBJECTS)}, ${pick(NAMES)} said, ` +
    `though the ${pick(SUBJECTS)} never ${pick(VERBS)} the ${pick(OBJECTS)}.`;
  const paragraphs = [];
  for (let held = 0; held < length; ) {
    const paragraph = [sentence(), sentence(), sentence()].join(' ');
    held += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  const before = paragraphs.join('\n\n');
  const anchors = [];
  const figures = [...before.matchAll(/\d+ of \d+ \w+/g)];
  for (let at = 0; at < claims; at++) {
    const { index, 0: exact } = figures[Math.floor((at * figures.length) / claims)];
    anchors.push({ id: `C-${at + 1}`, start: index, end: index + exact.length, exact });
  }
  const revised = paragraphs.map((paragraph, at) =>
    at % 10 === 0
      ? paragraph.replace(/\d+ of/, '77 of')
      : at % 7 === 0
        ? paragraph.replace('though', 'although, as it turned out,')
        : paragraph,
  );
  const spot = () => Math.floor(chance() * revised.length);
  for (let time = 0; time < 60; time++) revised.splice(spot(), 0, ...revised.splice(spot(), 1));
  for (let time = 0; time < 20; time++) revised.splice(spot(), 1, `${sentence()} ${sentence()}`);
  return { before, after: revised.join('\n\n'), anchors };
}
