import { z } from 'zod';
import { ROLES } from '@/lib/domain/vocabulary';
import { toWire, type WireWord } from '@/lib/domain/wire-words';

/** What the API answers. The presenters are typed by these shapes, and the OpenAPI description is made from them. */
export const SHAPES = z.registry<{ id: string }>();

/** The shape under the name it has in the OpenAPI description. */
export function named<Shape extends z.ZodType>(id: string, shape: Shape): Shape {
  SHAPES.add(shape, { id });
  return shape;
}

export function words<Word extends string>(list: readonly Word[]) {
  return z.enum(list.map(toWire) as [WireWord<Word>, ...WireWord<Word>[]]);
}

export const id = z.uuid();
export const time = z.iso.datetime();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** A count, or a place in the copy in UTF-16 units. */
export const natural = z.int().nonnegative();
export const text = z.string();

/** A page of a list; `nextCursor` null: the last. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const PersonShape = named('Person', z.object({ id, name: text }));
export const MeShape = named('Me', z.object({ id, email: text, name: text, role: words(ROLES) }));

export const ProblemShape = named(
  'Problem',
  z.object({
    type: text,
    title: text,
    status: z.int(),
    detail: text,
    code: z.enum([
      'signed-out',
      'not-allowed',
      'not-found',
      'invalid',
      'conflict',
      'rule',
      'fault',
      'not-built',
    ]),
    reasons: z.array(text).optional(),
    fields: z.record(text, z.array(text)).optional(),
    fault: text.optional(),
  }),
);

export const HealthShape = named(
  'Health',
  z.object({ status: z.enum(['up', 'ready']), migrations: natural.optional() }),
);
