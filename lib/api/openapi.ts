import { z } from 'zod';
import { type Handler, METHODS, type Operation } from '@/lib/api/route';
import { SHAPES } from '@/lib/api/shapes';

type Schema = z.core.JSONSchema.JSONSchema;

/** By path, what its route file exports: a handler for each method. */
export type Endpoints = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The OpenAPI 3.1 description of these addresses, made from the schemas the calls are parsed with. */
export function openApi(endpoints: Endpoints): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stet',
      version: '1',
      description:
        'The fact-check desk for newsrooms: stories, the claims marked in them, their evidence, and the sheet of verified claims. Offsets are UTF-16 code units. Times are ISO 8601 in UTC. See docs/api.md.',
    },
    security: [{ token: [] }, { session: [] }],
    paths: Object.fromEntries(
      Object.entries(endpoints).map(([path, handlers]) => [path, pathItem(path, handlers)]),
    ),
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API token, made in Settings or with: npm run stet -- token create.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'stet-session',
          description:
            'A signed-in browser; calls that change something must come from Stet’s pages.',
        },
      },
      schemas: components(),
      responses: { Problem: PROBLEM },
    },
  };
}

/** The methods an endpoint truly has: what merely refuses a method describes itself as 405. */
export const operationsOf = (
  handlers: Readonly<Record<string, unknown>>,
): (readonly [method: string, operation: Operation])[] =>
  METHODS.flatMap((method) => {
    const handler = handlers[method];
    if (!isHandler(handler) || handler.operation.answer.status === 405) return [];
    return [[method, handler.operation] as const];
  });

const isHandler = (value: unknown): value is Handler =>
  typeof value === 'function' && 'operation' in value;

const pathItem = (path: string, handlers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    operationsOf(handlers).map(([method, operation]) => [
      method.toLowerCase(),
      described(path, method, operation),
    ]),
  );

function described(path: string, method: string, operation: Operation) {
  const { scope, answer, guard } = operation;
  const input = inputSchema(operation.input);
  const fromPath = new Set(Object.values(operation.path));
  const rest = Object.entries(input.properties ?? {}).filter(([field]) => !fromPath.has(field));
  const required = new Set(input.required ?? []);
  const inQuery = method === 'GET' || method === 'DELETE';
  const parameters = [
    ...Object.entries(operation.path).map(([part, field]) => ({
      name: part,
      in: 'path',
      required: true,
      schema: input.properties?.[field] ?? { type: 'string' },
    })),
    ...(inQuery ? rest : []).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.has(name),
      schema,
      ...(isList(schema) && { style: 'form', explode: false }),
    })),
    ...(method === 'POST' && scope === 'write' ? [IDEMPOTENCY_KEY] : []),
    ...(guard === null ? [] : [ifMatch(guard)]),
  ];
  const needed = rest.map(([field]) => field).filter((field) => required.has(field));
  return {
    operationId: operationId(path, method),
    summary: operation.summary,
    ...(scope === 'public' && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(!inQuery &&
      rest.length > 0 && {
        requestBody: {
          required: needed.length > 0,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: Object.fromEntries(rest),
                // If-Match may say it instead.
                required: needed.filter((field) => field !== guard),
                additionalProperties: false,
              },
            },
          },
        },
      }),
    responses: {
      [answer.status]:
        answer.status < 400 ? success(operation) : { ...PROBLEM, description: answer.about },
      ...Object.fromEntries(
        refusalsOf(method, operation).map((status) => [
          status,
          { $ref: '#/components/responses/Problem' },
        ]),
      ),
    },
  };
}

function success({ answer }: Operation) {
  const media = answer.media ?? ['application/json'];
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const id = answer.shape === null ? undefined : SHAPES.get(answer.shape)?.id;
  return {
    description: answer.about,
    content: Object.fromEntries(
      media.map((type) => [
        type,
        {
          schema:
            type === 'application/json'
              ? id === undefined
                ? { type: 'object' }
                : { $ref: `#/components/schemas/${id}` }
              : file,
        },
      ]),
    ),
  };
}

/** The statuses of problems that a call may answer. */
function refusalsOf(method: string, { scope, path, guard, answer }: Operation): number[] {
  const { problems = [] } = answer;
  if (scope === 'public') return [500, ...problems];
  return [
    ...problems,
    ...(method === 'GET' ? [] : [400]),
    401,
    403,
    ...(Object.keys(path).length > 0 ? [404] : []),
    ...(guard !== null || method === 'POST' ? [409] : []),
    ...(method === 'GET' ? [] : [413]),
    422,
    500,
  ];
}

const PROBLEM = {
  description: 'A problem: `code` says of which kind, `detail` what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
  description:
    'A repeat with the same key and body within 24 hours is answered as the first call was.',
};

const ifMatch = (guard: string) => ({
  name: 'If-Match',
  in: 'header',
  required: false,
  schema: { type: 'string' },
  description: `The ETag you saw, in place of “${guard}”.`,
});

const isList = (schema: Schema | boolean): boolean =>
  typeof schema === 'object' && schema.type === 'array';

/** postStoriesIdClaims. */
const operationId = (path: string, method: string): string =>
  method.toLowerCase() +
  path
    .replace('/api/v1', '')
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');

const OPTIONS = {
  io: 'input',
  unrepresentable: 'any',
  override: ({ jsonSchema }: { jsonSchema: Schema }) => {
    // What a format says need not be said again by a pattern of three lines.
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  },
} as const;

type ObjectSchema = { properties?: Record<string, Schema>; required?: string[] };

const inputSchema = (schema: z.ZodType): ObjectSchema =>
  z.toJSONSchema(schema, OPTIONS) as ObjectSchema;

function components(): Record<string, Schema> {
  const { schemas } = z.toJSONSchema(SHAPES, {
    ...OPTIONS,
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
