import { readdirSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ENDPOINTS } from '@/app/api/v1/endpoints';
import { GET as describeApi } from '@/app/api/v1/openapi.json/route';
import { METHODS } from '@/lib/api/route';

type Schema = { type?: string; properties?: Record<string, unknown>; required?: string[] };
type Parameter = { name: string; in: string; required: boolean; schema: object };
type Operation = {
  operationId: string;
  summary: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: object; $ref?: string }>;
  security?: unknown[];
};
type Description = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; securitySchemes: object; responses: object };
};

const response = await describeApi(new Request('http://desk.test/api/v1/openapi.json'), {
  params: Promise.resolve({}),
});
const description = (await response.json()) as Description;
const operations = Object.entries(description.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);

function operationAt(path: string, method: string): Operation {
  const found = operations.find((one) => one.path === path && one.method === method);
  if (found === undefined) throw new Error(`${method} ${path} is not described.`);
  return found.operation;
}

const bodyOf = ({ requestBody }: Operation): Schema => {
  const schema = requestBody?.content['application/json']?.schema;
  if (schema === undefined) throw new Error('It takes no body.');
  return schema;
};

const parameterNames = ({ parameters = [] }: Operation) => parameters.map(({ name }) => name);

/** The parts of OpenAPI 3.1 that the description uses, as the specification has them. */
const STRUCTURE = {
  type: 'object',
  required: ['openapi', 'info', 'paths', 'components'],
  properties: {
    openapi: { type: 'string', pattern: '^3\\.1\\.\\d+$' },
    info: {
      type: 'object',
      required: ['title', 'version'],
      properties: { title: { type: 'string' }, version: { type: 'string' } },
    },
    security: { type: 'array', items: { type: 'object' } },
    paths: {
      type: 'object',
      propertyNames: { pattern: '^/' },
      additionalProperties: {
        type: 'object',
        propertyNames: { enum: ['get', 'put', 'post', 'delete', 'patch'] },
        additionalProperties: { $ref: '#/$defs/operation' },
      },
    },
    components: {
      type: 'object',
      required: ['schemas', 'securitySchemes', 'responses'],
      properties: {
        schemas: { type: 'object', propertyNames: { pattern: '^[A-Za-z0-9._-]+$' } },
        responses: { type: 'object', additionalProperties: { $ref: '#/$defs/response' } },
        securitySchemes: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            required: ['type'],
            properties: { type: { enum: ['http', 'apiKey', 'oauth2', 'openIdConnect'] } },
          },
        },
      },
    },
  },
  $defs: {
    operation: {
      type: 'object',
      required: ['operationId', 'summary', 'responses'],
      properties: {
        parameters: {
          type: 'array',
          items: {
            type: 'object',
            required: ['name', 'in', 'schema'],
            properties: {
              name: { type: 'string', minLength: 1 },
              in: { enum: ['query', 'header', 'path', 'cookie'] },
              required: { type: 'boolean' },
              schema: { type: ['object', 'boolean'] },
            },
            if: { properties: { in: { const: 'path' } } },
            // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
            then: { required: ['required'], properties: { required: { const: true } } },
          },
        },
        requestBody: { type: 'object', required: ['content'] },
        responses: {
          type: 'object',
          minProperties: 1,
          propertyNames: { pattern: '^[1-5]\\d\\d$' },
          additionalProperties: { $ref: '#/$defs/response' },
        },
      },
    },
    response: {
      type: 'object',
      oneOf: [
        { required: ['$ref'] },
        {
          required: ['description'],
          properties: { description: { type: 'string', minLength: 1 } },
        },
      ],
    },
  },
};

describe('the description of the API', () => {
  it('has the structure of OpenAPI 3.1', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    const validate = ajv.compile(STRUCTURE);
    validate(description);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('has schemas that compile, and no reference that leads nowhere', { timeout: 30_000 }, () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const { components } = description;
    ajv.addSchema({ $id: 'http://desk.test/api', components });
    for (const { operation } of operations) {
      for (const parameter of operation.parameters ?? []) ajv.compile(parameter.schema);
      for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
        ajv.compile(schema);
    }
    for (const name of Object.keys(components.schemas)) {
      const $ref = `http://desk.test/api#/components/schemas/${name}`;
      expect(() => ajv.compile({ $ref }), name).not.toThrow();
    }
    for (const [, ref = ''] of JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)) {
      const target = ref
        .replace('#/', '')
        .split('/')
        .reduce<unknown>((at, part) => Object(at)[part], description);
      expect(target, ref).toBeDefined();
    }
  });

  it('tells of every route file, and of nothing else', () => {
    const root = new URL('../../app/api/v1', import.meta.url);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('/route.ts') && !file.startsWith('[...'))
      .map((file) => `/api/v1/${file.slice(0, -'/route.ts'.length)}`)
      .map((path) => path.replace(/\[(\w+)\]/g, '{$1}'));
    expect(new Set(Object.keys(description.paths))).toEqual(
      new Set([...files, '/healthz', '/readyz']),
    );
  });

  it('tells of every method that an address has', () => {
    for (const [path, handlers] of Object.entries(ENDPOINTS)) {
      const taken = METHODS.filter((method) => {
        const handler = handlers[method] as
          | { operation: { answer: { status: number } } }
          | undefined;
        return handler !== undefined && handler.operation.answer.status !== 405;
      });
      expect(taken.length, path).toBeGreaterThan(0);
      expect(Object.keys(description.paths[path] ?? {}), path).toEqual(
        taken.map((method) => method.toLowerCase()),
      );
    }
  });

  it('names each operation once, and each part of an address in its parameters', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
      expect(new Set(named.map(({ name }) => name)), path).toEqual(new Set(parts));
    }
  });

  it('says what a call takes: the words of the vocabulary, and what must be given', () => {
    const marking = operationAt('/api/v1/stories/{id}/claims', 'post');
    const { required, properties = {} } = bodyOf(marking);
    expect(required).toEqual(['quote']);
    expect(Object.keys(properties)).not.toContain('storyId');
    expect(properties['type']).toMatchObject({ enum: expect.arrayContaining(['date-time']) });
    expect(parameterNames(marking)).toEqual(['id', 'Idempotency-Key']);

    const moving = operationAt('/api/v1/claims/{id}/moves', 'post');
    expect(bodyOf(moving).required).toEqual(['move']);
    expect(parameterNames(moving)).toContain('If-Match');
  });

  it('says what can go wrong: a problem for each status', () => {
    for (const { path, method, operation } of operations) {
      const statuses = Object.keys(operation.responses).map(Number);
      expect(
        statuses.some((status) => status < 300 || status === 501),
        path,
      ).toBe(true);
      if (operation.security === undefined) expect(statuses, path).toContain(401);
      if (path.includes('{')) expect(statuses, path).toContain(404);
      if (method !== 'get') expect(statuses, path).toContain(422);
    }
  });
});
