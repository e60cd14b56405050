/** The words that say a figure, in lower case. */
export const NUMBER_WORDS: readonly string[] = [
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(
    ' ',
  ),
  ...'sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  ),
  ...'hundred thousand million billion trillion dozen'.split(' '),
  ...'hundreds thousands millions billions trillions dozens scores tens'.split(' '),
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth'.split(
    ' ',
  ),
  ...'fifteenth twentieth thirtieth fortieth fiftieth hundredth thousandth'.split(' '),
  ...'half quarter halves thirds quarters fifths tenths twice thrice double triple noon midday midnight'.split(
    ' ',
  ),
];
