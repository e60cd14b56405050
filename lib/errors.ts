export const REFUSAL_CODES = [
  'signed-out',
  'not-allowed',
  'not-found',
  'invalid',
  'conflict',
  'rule',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * A refusal we expected: its message is a sentence for the reader that says what to do, safe to show.
 * Everything else that is thrown is a fault and goes to the log, never to the screen.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  /** For `rule`: each thing that stands in the way, a sentence each. */
  readonly reasons: readonly string[];
  /** For `invalid`: sentences by field name. */
  readonly fields: Readonly<Record<string, readonly string[]>>;

  constructor(
    code: RefusalCode,
    message: string,
    more: {
      reasons?: readonly string[];
      fields?: Readonly<Record<string, readonly string[]>>;
    } = {},
  ) {
    super(message);
    this.code = code;
    this.reasons = more.reasons ?? [];
    this.fields = more.fields ?? {};
  }
}
