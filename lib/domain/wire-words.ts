/**
 * How the vocabulary travels: `SIGNED_OFF` inside is `signed-off` in the API, in forms and in addresses.
 */
export type WireWord<Word extends string> = Word extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${WireWord<Tail>}`
  : Lowercase<Word>;

export const toWire = <Word extends string>(word: Word): WireWord<Word> =>
  word.toLowerCase().replaceAll('_', '-') as WireWord<Word>;

/** The word of `list` that travels as `wire`; null when none does. */
export const fromWire = <Word extends string>(list: readonly Word[], wire: string): Word | null =>
  list.find((word) => toWire(word) === wire) ?? null;
