import { z } from 'zod';
import { readJson } from '@/lib/api/body';
import { callerOf } from '@/lib/api/caller';
import { idempotencyKey, type KeptAnswer, once } from '@/lib/api/idempotency';
import { parseInput, queryMembers } from '@/lib/api/input';
import { faultAnswer, HttpProblem, refusalAnswer } from '@/lib/api/problem';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { Refusal } from '@/lib/errors';
import { log } from '@/lib/log';
import { sha256 } from '@/lib/sha256';

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof METHODS)[number];

/** One call of the API, as the wrapper runs it and as the OpenAPI description tells it. */
export type Operation = {
  summary: string;
  /** `public`: without signing in. */
  scope: 'public' | 'read' | 'write';
  /**
   * All that the call says: fields from the address (`path`), and the rest from the query (GET, DELETE) or the body.
   * A DELETE may say it in a body as well.
   */
  input: z.ZodType;
  /** Which part of the address is which field: `{id: 'claimId'}`. */
  path: Readonly<Record<string, string>>;
  /** The field that an If-Match header may give instead; null: the call needs none. */
  guard: string | null;
  answer: Answer;
};

/** What a call answers when it succeeds, and `problems` (statuses) beside those that every call may answer. */
export type Answer = {
  status: number;
  about: string;
  /** Null: no JSON of a shape of its own. */
  shape: z.ZodType | null;
  /** Absent: JSON. */
  media?: readonly string[];
  problems?: readonly number[];
};

/** `version` becomes the ETag, `location` the address of what was made. */
export type Reply<Body> = { body: Body; version?: number; location?: string };

type PathContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** A handler of Next's that carries its own description. */
export type Handler = ((request: Request, context: PathContext) => Promise<Response>) & {
  operation: Operation;
};

type Definition<Input extends z.ZodType, Shape extends z.ZodType> = {
  summary: string;
  scope: 'read' | 'write';
  input: Input;
  path?: Readonly<Record<string, keyof z.input<Input> & string>>;
  guard?: keyof z.input<Input> & string;
  answer: Omit<Answer, 'status' | 'shape'> & { status?: 200 | 201; shape: Shape };
  handle: (
    ctx: Context,
    input: z.output<Input>,
    request: Request,
  ) => Promise<Reply<z.output<Shape>> | Response>;
};

/** A call of the API: who asks, what they say and what goes wrong is settled here, so no handler repeats it. */
export function route<Input extends z.ZodType, Shape extends z.ZodType>(
  definition: Definition<Input, Shape>,
): Handler {
  const { summary, scope, input: schema, path = {}, guard = null, handle } = definition;
  const status = definition.answer.status ?? 200;
  const operation = { summary, scope, input: schema, path, guard };
  const answer = { ...definition.answer, status };

  return described({ ...operation, answer }, async (request, context) => {
    const ctx = await callerOf(request, scope, new Date());
    const given = withGuard(await membersOf(request), guard, request);
    const input = parseInput(schema, given, await pathFields(path, context));
    const work = async () => {
      const reply = await handle(ctx, input, request);
      return reply instanceof Response ? reply : kept(status, reply);
    };
    const key = request.method === 'POST' ? idempotencyKey(request) : null;
    if (key === null) {
      const reply = await work();
      return reply instanceof Response ? reply : jsonAnswer(reply);
    }
    const requestHash = sha256(
      JSON.stringify([request.method, new URL(request.url).pathname, given]),
    );
    const first = await once({ userId: ctx.actor.id, key, requestHash, now: ctx.now }, async () => {
      const reply = await work();
      if (reply instanceof Response) throw new Error('A file cannot be kept for its key.');
      return reply;
    });
    return jsonAnswer(first, first.replayed ? { 'idempotent-replayed': 'true' } : {});
  });
}

/** A call that anybody may make. */
export const publicRoute = (
  { summary, answer }: Pick<Operation, 'summary' | 'answer'>,
  handle: (request: Request) => Promise<Response>,
): Handler =>
  described(
    { summary, scope: 'public', input: z.strictObject({}), path: {}, guard: null, answer },
    handle,
  );

/** A call that the contract names and that does not exist yet: it says so, to whoever is signed in. */
export const notBuilt = (
  summary: string,
  sentence: string,
  parts: readonly string[] = [],
): Handler =>
  described(
    {
      summary: `${summary} (not built yet)`,
      scope: 'read',
      input: z.object(Object.fromEntries(parts.map((part) => [part, z.uuid()]))),
      path: Object.fromEntries(parts.map((part) => [part, part])),
      guard: null,
      answer: { status: 501, about: sentence, shape: null },
    },
    async (request) => {
      await callerOf(request, 'read', new Date());
      throw new HttpProblem('not-built', sentence);
    },
  );

type Endpoint = Record<Method | 'OPTIONS', Handler>;

/** The exports of one route file. A method that the address does not have is refused with those that it has. */
export function endpoint(handlers: Partial<Record<Method, Handler>>): Endpoint {
  const has = METHODS.filter((method) => handlers[method] !== undefined);
  const allow = [...has, ...(has.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  const refused = publicRoute(WRONG_METHOD, async (request) => {
    throw new HttpProblem(
      'invalid',
      `This address does not take ${request.method}. It takes ${has.join(' and ')}.`,
      { status: 405, headers: { allow } },
    );
  });
  const options = publicRoute(
    { summary: 'Which methods there are', answer: { status: 204, about: 'Allow', shape: null } },
    async () => new Response(null, { status: 204, headers: { allow } }),
  );
  return {
    GET: handlers.GET ?? refused,
    POST: handlers.POST ?? refused,
    PUT: handlers.PUT ?? refused,
    PATCH: handlers.PATCH ?? refused,
    DELETE: handlers.DELETE ?? refused,
    OPTIONS: options,
  };
}

const WRONG_METHOD = {
  summary: 'A method that this address does not have',
  answer: { status: 405, about: 'Refused', shape: null },
};

/** Refusals become problems; everything else is logged under a number, and the caller gets only that. */
function described(
  operation: Operation,
  work: (request: Request, context: PathContext) => Promise<Response>,
): Handler {
  const handler = async (request: Request, context: PathContext) => {
    try {
      return await work(request, context);
    } catch (error) {
      const refusal = refusalAnswer(error);
      if (refusal !== null) return refusal;
      const fault = newId();
      const { pathname } = new URL(request.url);
      log.error({ fault, method: request.method, pathname, err: error }, 'An API call failed.');
      return faultAnswer(fault);
    }
  };
  return Object.assign(handler, { operation });
}

async function membersOf(request: Request): Promise<object> {
  if (request.method === 'GET' || request.method === 'HEAD') return queryMembers(request);
  const body = (await readJson(request)) ?? {};
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Refusal('invalid', 'Send a JSON object: {"field": "value"}.');
  return request.method === 'DELETE' ? { ...queryMembers(request), ...body } : body;
}

async function pathFields(
  path: Readonly<Record<string, string>>,
  context: PathContext,
): Promise<Record<string, unknown>> {
  const params = await context.params;
  return Object.fromEntries(Object.entries(path).map(([part, field]) => [field, params[part]]));
}

/** The version that the caller saw, from If-Match where the call does not say it itself. */
function withGuard(given: object, guard: string | null, request: Request): object {
  const header = request.headers.get('if-match');
  if (guard === null || header === null) return given;
  const version = Number(/^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]);
  if (!(version > 0))
    throw new Refusal('invalid', 'If-Match takes one ETag as it was answered, such as "3".');
  const said = Object.hasOwn(given, guard) ? (given as Record<string, unknown>)[guard] : version;
  if (Number(said) !== version)
    throw new Refusal('invalid', `If-Match and “${guard}” name different versions. Send one.`);
  return { ...given, [guard]: version };
}

const kept = (status: number, { body, version, location }: Reply<unknown>): KeptAnswer => ({
  status,
  body,
  headers: {
    ...(version !== undefined && { etag: `"${version}"` }),
    ...(location !== undefined && { location }),
  },
});

const jsonAnswer = (
  { status, body, headers }: KeptAnswer,
  more: Readonly<Record<string, string>> = {},
): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...headers,
      ...more,
    },
  });
