import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import { ENDPOINTS } from '@/app/api/v1/endpoints';
import { openApi } from '@/lib/api/openapi';
import type { Handler } from '@/lib/api/route';
import type { Role, TokenScope } from '@/lib/domain/vocabulary';
import { createToken } from '@/lib/tokens/commands';
import { openTestDesk, person } from '@/lib/users/test-people';

/** What a call answered; `body` is its JSON, or its text where it has none. */
// biome-ignore lint/suspicious/noExplicitAny: tests read answers of every shape, and the shapes are checked here
export type Answered = { status: number; headers: Headers; body: any; text: string };

type Sent = { body?: unknown; raw?: BodyInit; headers?: Record<string, string> };

/** A person at the API: the same calls as over HTTP, made on the route handlers themselves. */
export type Caller = {
  id: string;
  token: string;
  get: (path: string, headers?: Record<string, string>) => Promise<Answered>;
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>;
  patch: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>;
  delete: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>;
};

const description = openApi(ENDPOINTS);

/** For tests: an empty desk with its API. Call `close` in `afterAll`. */
export const openTestApi = openTestDesk;

/** A new person of this role with a token of this scope. */
export async function caller(
  role: Role,
  name: string,
  scope: TokenScope = 'WRITE',
): Promise<Caller> {
  const ctx = await person(role, name);
  const { token } = await createToken(ctx, { name: 'tests', scope });
  return callerWith(ctx.actor.id, token);
}

export function callerWith(id: string, token: string): Caller {
  const as = (headers: Record<string, string> = {}) => ({
    authorization: `Bearer ${token}`,
    ...headers,
  });
  return {
    id,
    token,
    get: (path, headers) => call('GET', path, { headers: as(headers) }),
    post: (path, body, headers) => call('POST', path, { body, headers: as(headers) }),
    patch: (path, body, headers) => call('PATCH', path, { body, headers: as(headers) }),
    delete: (path, body, headers) => call('DELETE', path, { body, headers: as(headers) }),
  };
}

/** One call. Its answer is held against the OpenAPI description: a status or a field it does not tell fails. */
export async function call(
  method: string,
  path: string,
  { body, raw, headers = {} }: Sent = {},
): Promise<Answered> {
  const url = new URL(
    path.startsWith('/api') || path.endsWith('z') ? path : `/api/v1${path}`,
    'http://desk.test',
  );
  const { template, params, handler } = found(method, url.pathname);
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request(url, {
    method,
    headers,
    ...(sent !== undefined && { body: sent, duplex: 'half' }),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const answered = {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : text,
  };
  if (isJson && response.status !== 405) refuseUntold(template, method, answered);
  return answered;
}

function found(method: string, pathname: string) {
  for (const [template, handlers] of Object.entries(ENDPOINTS)) {
    const match = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(pathname);
    if (match === null) continue;
    const params = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
    return { template, params, handler: handlers[method] as Handler };
  }
  throw new Error(`No endpoint has the address ${pathname}.`);
}

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
const DESCRIPTION = 'http://desk.test/api/v1/openapi.json';
ajv.addSchema({ $id: DESCRIPTION, components: description['components'] });
const validators = new Map<string, ValidateFunction>();

function refuseUntold(template: string, method: string, answered: Answered): void {
  const key = `${template} ${method} ${answered.status}`;
  const paths = description['paths'] as Told;
  const told = paths[template]?.[method.toLowerCase()]?.responses[answered.status];
  if (told === undefined) throw new Error(`The description does not tell of ${key}.`);
  const response = '$ref' in told ? problemResponse() : told;
  const validate = validators.get(key) ?? compiled(key, response);
  validate(answered.body);
  if (validate.errors)
    throw new Error(`${key} differs from its description: ${ajv.errorsText(validate.errors)}`);
}

function compiled(key: string, { content = {} }: ToldResponse): ValidateFunction {
  const json = Object.entries(content).find(([type]) => type.includes('json'));
  const validate = ajv.compile({ $ref: `${DESCRIPTION}${json?.[1].schema.$ref ?? ''}` });
  validators.set(key, validate);
  return validate;
}

type ToldResponse = { content?: Record<string, { schema: { $ref?: string } }> };
type Told = Record<
  string,
  Record<string, { responses: Record<string, ToldResponse | { $ref: string }> }>
>;

const problemResponse = () =>
  (description['components'] as { responses: { Problem: ToldResponse } }).responses.Problem;
