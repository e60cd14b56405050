/** The id of the list of what stands in the way, for the buttons it disables. */
export const IN_THE_WAY = 'claim-in-the-way';

/** "Three things stand in the way". */
export function wayHeading(n: number, of = ''): string {
  const many = NUMBERS[n] ?? String(n);
  return `${many} ${n === 1 ? 'thing stands' : 'things stand'} in the way${of}`;
}

const NUMBERS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];
