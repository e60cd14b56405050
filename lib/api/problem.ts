import { Refusal, type RefusalCode } from '@/lib/errors';

/** The codes of refusals, and two of the API's own: a fault of ours, and a call that does not exist yet. */
export type ProblemCode = RefusalCode | 'fault' | 'not-built';

export type ProblemFields = Readonly<Record<string, readonly string[]>>;

/** RFC 9457. `reasons` comes with `rule`, `fields` with `invalid`, `fault` (its number in the log) with `fault`. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode;
  reasons?: readonly string[];
  fields?: ProblemFields;
  fault?: string;
};

export const PROBLEM_TYPE = 'application/problem+json';

const KINDS: Record<ProblemCode, { status: number; title: string }> = {
  'signed-out': { status: 401, title: 'Nobody is signed in' },
  'not-allowed': { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  invalid: { status: 422, title: 'Something in the request is wrong' },
  conflict: { status: 409, title: 'Somebody was faster' },
  rule: { status: 422, title: 'A rule of the desk stands in the way' },
  fault: { status: 500, title: 'Something went wrong on our side' },
  'not-built': { status: 501, title: 'Not built yet' },
};

/** A refusal that only HTTP knows, with a status other than its code's own: a body too large, a wrong method. */
export class HttpProblem extends Error {
  override name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string,
    { status, headers }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.code = code;
    this.status = status ?? KINDS[code].status;
    this.headers = headers ?? {};
  }
}

/** The answer to an expected refusal; null for anything else, which is a fault and not for the caller's eyes. */
export function refusalAnswer(error: unknown): Response | null {
  if (error instanceof HttpProblem)
    return problemAnswer({
      code: error.code,
      detail: error.message,
      status: error.status,
      headers: error.headers,
    });
  if (!(error instanceof Refusal)) return null;
  return problemAnswer({
    code: error.code,
    detail: error.message,
    more: {
      ...(error.reasons.length > 0 && { reasons: error.reasons }),
      ...(Object.keys(error.fields).length > 0 && { fields: error.fields }),
    },
  });
}

export const faultAnswer = (fault: string): Response =>
  problemAnswer({
    code: 'fault',
    detail: `Stet could not finish this. Try again; if it happens again, give ${fault} to whoever runs your desk.`,
    more: { fault },
  });

function problemAnswer({
  code,
  detail,
  status = KINDS[code].status,
  headers = {},
  more = {},
}: {
  code: ProblemCode;
  detail: string;
  status?: number;
  headers?: Readonly<Record<string, string>>;
  more?: Pick<Problem, 'reasons' | 'fields' | 'fault'>;
}): Response {
  const problem: Problem = {
    type: `urn:stet:problem:${code}`,
    title: KINDS[code].title,
    status,
    detail,
    code,
    ...more,
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': PROBLEM_TYPE,
      'cache-control': 'no-store',
      ...(code === 'signed-out' && { 'www-authenticate': 'Bearer realm="Stet"' }),
      ...headers,
    },
  });
}
