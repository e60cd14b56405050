import { z } from 'zod';
import { BLOCK_KINDS } from '@/lib/domain/vocabulary';
import { clearable, id, language, list, lockVersion, optional, text, word } from '@/lib/fields';
import { ImportStory } from '@/lib/stories/schemas';

/** What came: exactly one of a file, a link and pasted words. */
export type ProposeCopy = {
  file?: { bytes: Uint8Array<ArrayBuffer>; name: string | null } | undefined;
  url?: string | undefined;
  pasted?: string | undefined;
  /** The story this is to be a new version of; left out: a new story. */
  storyId?: string | undefined;
};

/** As a form sends it; a browser sends an empty file when none was chosen. */
export const ProposeCopyForm = z.strictObject({
  file: z.instanceof(File).optional(),
  url: optional(z.string().trim()),
  copy: z.string().default(''),
  storyId: optional(id),
});

const BlockChange = z.strictObject({
  index: z.coerce.number().int().nonnegative(),
  kind: optional(word(BLOCK_KINDS)),
  excluded: z.boolean().optional(),
});

/** A day, or a day and a time, as pages write it. */
const moment = z
  .string()
  .trim()
  .max(60, 'Write the date as 2026-05-04 or 2026-05-04T12:30Z.')
  .refine(
    (value) => /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)),
    'Write the date as 2026-05-04 or 2026-05-04T12:30Z.',
  );

const FACTS = {
  byline: clearable(text(300)),
  publisher: clearable(text(300)),
  publishedAt: clearable(moment),
  updatedAt: clearable(moment),
};

export const ChangeProposal = z.strictObject({
  intakeId: id,
  version: lockVersion,
  headline: clearable(text(500)),
  language: clearable(language),
  ...FACTS,
  blocks: z.array(BlockChange).max(50_000).optional(),
});
export type ChangeProposal = z.output<typeof ChangeProposal>;

/** What is written beside a draft, as a person ticks it: footnotes and endnotes are one. */
export const ANNOTATION_GROUPS = ['comments', 'notes', 'links', 'changes'] as const;
export type AnnotationGroup = (typeof ANNOTATION_GROUPS)[number];

const { copy: _copy, byline: _byline, ...STORY } = ImportStory.shape;

export const ConfirmIntake = z.strictObject({
  ...STORY,
  ...FACTS,
  intakeId: id,
  version: lockVersion,
  blocks: z.array(BlockChange).max(50_000).optional(),
  /** What to take along; absent: all of it. */
  take: list(z.enum(ANNOTATION_GROUPS), ANNOTATION_GROUPS.length).optional(),
  /** Of a new version: why it came. */
  reason: optional(text(1_000)),
});
export type ConfirmIntake = z.output<typeof ConfirmIntake>;

/** `block.12` = "quote" or "aside", as the preview's menus are named. */
function gatherBlocks(form: unknown): unknown {
  if (typeof form !== 'object' || form === null) return form;
  const blocks: { index: string; kind?: unknown; excluded: boolean }[] = [];
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(form)) {
    const index = /^block\.(\d{1,6})$/.exec(name)?.[1];
    if (index === undefined) rest[name] = value;
    else
      blocks.push(
        value === 'aside' ? { index, excluded: true } : { index, kind: value, excluded: false },
      );
  }
  return { ...rest, blocks };
}

/** The preview's form: confirmed, or kept for later with what was changed. */
export const SettleIntakeForm = z.preprocess(
  gatherBlocks,
  z.strictObject({
    ...ConfirmIntake.shape,
    headline: clearable(text(500)),
    settle: z.enum(['confirm', 'keep']),
  }),
);

export const BringInClaimsForm = z.strictObject({ storyId: id, file: z.instanceof(File) });
