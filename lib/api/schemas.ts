import { z } from 'zod';
import type { ClaimPageRequest } from '@/lib/claims/list-claims';
import type { Context } from '@/lib/context';
import {
  CLAIM_STATES,
  CLAIM_STATUSES,
  CLAIM_TYPES,
  FLAGS,
  SOURCE_KINDS,
} from '@/lib/domain/vocabulary';
import { id, lockVersion, optional, text, tick, word } from '@/lib/fields';
import { ExportSheet, SHEET_FORMATS } from '@/lib/sheets/schemas';
import { EditStory as EditStoryForm } from '@/lib/stories/schemas';

/** What calls of the API say beyond the commands' own schemas: lists, filters, addresses. */

const LARGEST_PAGE = 200;

const limit = z.coerce
  .number()
  .int(`Give a whole number from 1 to ${LARGEST_PAGE}.`)
  .min(1, `Give a number from 1 to ${LARGEST_PAGE}.`)
  .max(LARGEST_PAGE, `Give a number from 1 to ${LARGEST_PAGE}.`)
  .default(50);
const cursor = z.string().max(2_000).optional();
const search = optional(text(200));

/** Several words of one list, separated by commas or given several times. */
const several = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat().flatMap(splitAtCommas)),
    z.array(schema).min(1, 'Name at least one, or leave it out.').max(50).optional(),
  );

const splitAtCommas = (value: unknown): unknown[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [value];

/** The orders of the claim list; with a minus the other way round. `created` is the order of marking. */
export const CLAIM_ORDERS = ['due', 'updated', 'status', 'type', 'priority', 'created'] as const;

const DESCENDING = CLAIM_ORDERS.map((order) => `-${order}` as const);

export const ListClaims = z.strictObject({
  story: id.optional(),
  status: several(word(CLAIM_STATUSES)),
  state: several(word(CLAIM_STATES)),
  type: several(word(CLAIM_TYPES)),
  /** A user's id, `me`, or `nobody`. */
  assignee: z
    .union([z.literal('me'), z.literal('nobody'), id], 'Give an id, me or nobody.')
    .optional(),
  flag: optional(word(FLAGS)),
  q: search,
  sort: z.enum([...CLAIM_ORDERS, ...DESCENDING]).default('due'),
  limit,
  cursor,
});

export const ListStories = z.strictObject({ q: search, limit, cursor });

export const ListSources = z.strictObject({
  q: search,
  kind: optional(word(SOURCE_KINDS)),
  limit,
  cursor,
});

export const GetClaim = z.strictObject({ claimId: id, removed: tick01().optional() });

export const OfStory = z.strictObject({ storyId: id });
export const OfClaim = z.strictObject({ claimId: id });
export const OfSource = z.strictObject({ sourceId: id });

export const GetVersion = z.strictObject({
  storyId: id,
  number: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

export const ListVersions = z.strictObject({ storyId: id, limit, cursor });

/** The details' own counter is `revision` here: `version` is the story's text. */
export const EditStory = EditStoryForm.omit({ version: true }).extend({ revision: lockVersion });

/** 1 or 0, true or false. */
function tick01() {
  return z.preprocess((value) => (value === '1' ? true : value === '0' ? false : value), tick);
}

/** The list's own request, out of what the caller said. */
export function claimRequest(ctx: Context, input: z.output<typeof ListClaims>): ClaimPageRequest {
  const descending = input.sort.startsWith('-');
  const order = input.sort.replace('-', '') as (typeof CLAIM_ORDERS)[number];
  return {
    filter: {
      storyId: input.story,
      statuses: input.status,
      states: input.state,
      types: input.type,
      assignee: input.assignee === 'me' ? ctx.actor.id : input.assignee,
      flag: input.flag,
      text: input.q,
    },
    sort: order === 'created' ? 'newest' : order,
    descending,
    limit: input.limit,
    cursor: input.cursor ?? null,
  };
}

const LATER_FORMATS = ['pdf', 'html', 'claim-review', 'web-annotation'] as const;

/** The formats of the contract: those that there are, and those that come later. */
export const GetSheet = ExportSheet.extend({
  format: z.enum([...SHEET_FORMATS, ...LATER_FORMATS]),
});

/** Null: this format is not built yet. */
export function sheetRequest(input: z.output<typeof GetSheet>): ExportSheet | null {
  const format = SHEET_FORMATS.find((one) => one === input.format);
  return format === undefined ? null : { ...input, format };
}
