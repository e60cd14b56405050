import { createHash } from 'node:crypto';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { type ImportedMarks, marksOf } from '@/lib/domain/annotation-marks';
import { type EditorialAction, mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import type { Annotation, Proposal } from '@/lib/domain/intake-proposal';
import { Refusal } from '@/lib/errors';
import { changed } from '@/lib/intake/change-proposal';
import { fetchUrl } from '@/lib/intake/fetch-url';
import { readPlainText } from '@/lib/intake/plain-text';
import { maySeeIntake } from '@/lib/intake/queries';
import { readFile, readPage } from '@/lib/intake/read-file';
import {
  ANNOTATION_GROUPS,
  type AnnotationGroup,
  type ChangeProposal,
  type ConfirmIntake,
  type ProposeCopy,
} from '@/lib/intake/schemas';
import { parseProposal } from '@/lib/intake/stored-proposal';
import { type WrittenMarks, writeMarks } from '@/lib/intake/write-marks';
import { addVersion, type VersionFileInput } from '@/lib/stories/add-version';
import { createStory, refuseImport } from '@/lib/stories/create-story';

/** How long a proposal that nobody confirms is kept after its last change. */
const KEPT_MILLISECONDS = 7 * 24 * 60 * 60 * 1_000;

/**
 * Read what came and keep it as a proposal for its person to look at; nothing of it is on the desk before they confirm.
 * Proposals that nobody touched for a week go with it.
 */
export async function proposeCopy(ctx: Context, input: ProposeCopy): Promise<{ id: string }> {
  refuseUnless(ctx, input.storyId === undefined ? 'import-story' : 'add-version');
  const { proposal, bytes } = await readGiven(input);
  const id = newId();
  await inTransaction(async (tx) => {
    if (input.storyId !== undefined) await refuseUnknownStory(tx, input.storyId);
    await tx.intake.deleteMany({
      where: { updatedAt: { lt: new Date(ctx.now.getTime() - KEPT_MILLISECONDS) } },
    });
    await tx.intake.create({
      data: {
        id,
        kind: proposal.kind,
        name: proposal.name,
        url: proposal.url,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes,
        proposal,
        storyId: input.storyId ?? null,
        createdById: ctx.actor.id,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      },
      select: { id: true },
    });
  });
  return { id };
}

/** Outside of any transaction: a slow site or a large file holds nothing up. */
async function readGiven({
  file,
  url,
  pasted,
}: ProposeCopy): Promise<{ proposal: Proposal; bytes: Uint8Array<ArrayBuffer> }> {
  const given = [file, url, pasted].filter((each) => each !== undefined);
  if (given.length > 1) {
    const sentence = 'Give one of the three: pasted words, a file or a link.';
    throw new Refusal('invalid', sentence, { fields: { copy: [sentence] } });
  }
  if (file !== undefined)
    return { proposal: await readFile(file.bytes, file.name), bytes: file.bytes };
  if (url !== undefined) {
    const page = await fetchUrl(url);
    return { proposal: await readPage(page), bytes: new Uint8Array(page.bytes) };
  }
  const text = pasted ?? '';
  return {
    proposal: readPlainText(text, 'PASTE'),
    bytes: new Uint8Array(new TextEncoder().encode(text)),
  };
}

/** Keep a person's changes to a proposal. */
export async function changeProposal(
  ctx: Context,
  { intakeId, version, ...change }: ChangeProposal,
): Promise<void> {
  await inTransaction(async (tx) => {
    const intake = await intakeToChange(tx, ctx, intakeId);
    const { count } = await tx.intake.updateMany({
      where: { id: intakeId, version },
      data: {
        proposal: changed(intake.proposal, change),
        version: version + 1,
        updatedAt: ctx.now,
      },
    });
    if (count === 0) throw stale();
  });
}

/** Throw a proposal away: to start again. */
export async function dropIntake(ctx: Context, intakeId: string): Promise<void> {
  await inTransaction(async (tx) => {
    await intakeToChange(tx, ctx, intakeId);
    await tx.intake.deleteMany({ where: { id: intakeId } });
  });
}

export type ConfirmedIntake = {
  storyId: string;
  /** Null: it became a new version of a story. */
  slug: string | null;
  version: { id: string; number: number; sha256: string };
  written: WrittenMarks;
  /** Annotations without words of the copy to hang on. */
  unplaced: number;
};

/**
 * A person has looked at the proposal: it becomes a story, or a new version of one, with its file, and what was written
 * beside it becomes claims, notes, sources and suggested changes, all in one transaction.
 */
export async function confirmIntake(ctx: Context, input: ConfirmIntake): Promise<ConfirmedIntake> {
  const { intakeId, version, take, reason, blocks, publisher, publishedAt, updatedAt, ...story } =
    input;
  const { intake, bytes } = await inTransaction(async (tx) => ({
    intake: await intakeToChange(tx, ctx, intakeId),
    bytes: (await tx.intake.findUnique({ where: { id: intakeId }, select: { bytes: true } }))
      ?.bytes,
  }));
  if (bytes === undefined) throw stale();
  const proposal = changed(intake.proposal, {
    blocks,
    headline: input.headline,
    byline: input.byline,
    publisher,
    publishedAt,
    updatedAt,
  });
  const marks = marksOf(
    proposal.copy,
    proposal.blocks,
    taken(proposal, take ?? ANNOTATION_GROUPS),
    input.language ?? proposal.language?.value ?? 'en',
  );
  const file: VersionFileInput = {
    kind: intake.kind,
    name: intake.name,
    url: intake.url,
    sha256: intake.sha256,
    bytes,
  };
  if (intake.storyId !== null)
    return confirmVersion(ctx, { ...intake, version, storyId: intake.storyId }, proposal, marks, {
      file,
      reason,
      headline: input.headline,
    });
  const details = { ...story, byline: proposal.byline?.value, copy: proposal.copy };
  refuseImport(ctx, details);
  return inTransaction(async (tx) => {
    await claimIntake(tx, intakeId, version);
    const made = await createStory(tx, ctx, details, {
      blocks: proposal.blocks,
      file,
      facts: {
        kind: intake.kind,
        file: intake.name,
        url: intake.url,
        fileSha256: intake.sha256,
        setAside: proposal.blocks.filter(({ excluded }) => excluded).length,
        publisher: proposal.publisher?.value ?? null,
        publishedAt: proposal.publishedAt?.value ?? null,
        updatedAt: proposal.updatedAt?.value ?? null,
      },
    });
    const written = await writeMarks(tx, ctx, {
      storyId: made.id,
      copy: proposal.copy,
      ...made,
      ...marks,
    });
    return {
      storyId: made.id,
      slug: made.slug,
      version: made.version,
      written,
      unplaced: marks.unplaced,
    };
  });
}

async function confirmVersion(
  ctx: Context,
  intake: { id: string; storyId: string; version: number },
  proposal: Proposal,
  marks: ImportedMarks,
  more: { file: VersionFileInput; reason: string | undefined; headline: string },
): Promise<ConfirmedIntake> {
  let written: WrittenMarks = { claims: 0, notes: 0, sources: 0, changes: 0 };
  const added = await addVersion(ctx, {
    storyId: intake.storyId,
    copy: proposal.copy,
    blocks: proposal.blocks,
    ...more,
    alongside: async (tx, version) => {
      await claimIntake(tx, intake.id, intake.version);
      written = await writeMarks(tx, ctx, {
        storyId: intake.storyId,
        version,
        copy: proposal.copy,
        ...marks,
      });
    },
  });
  return {
    storyId: intake.storyId,
    slug: null,
    version: { id: added.id, number: added.number, sha256: added.sha256 },
    written,
    unplaced: marks.unplaced,
  };
}

const GROUPS: Readonly<Record<Annotation['kind'], AnnotationGroup>> = {
  COMMENT: 'comments',
  FOOTNOTE: 'notes',
  ENDNOTE: 'notes',
  LINK: 'links',
  CHANGE: 'changes',
};

/** What the person takes along. A link among what is set aside leads to nothing that is checked. */
function taken(
  { annotations, blocks }: Proposal,
  groups: readonly AnnotationGroup[],
): Annotation[] {
  const isAside = ({ start, end }: Annotation): boolean =>
    blocks.some((block) => block.excluded && block.start <= start && end <= block.end);
  const kept = annotations.map((annotation) =>
    groups.includes(GROUPS[annotation.kind]) && !(annotation.kind === 'LINK' && isAside(annotation))
      ? annotation
      : null,
  );
  // Answers name their comment by its place in the list.
  const places = new Map<number, number>();
  for (const [at, annotation] of kept.entries())
    if (annotation !== null) places.set(at, places.size);
  return kept.flatMap((annotation) => {
    if (annotation === null) return [];
    return annotation.kind === 'COMMENT' && annotation.answers !== null
      ? [{ ...annotation, answers: places.get(annotation.answers) ?? null }]
      : [annotation];
  });
}

async function intakeToChange(tx: Transaction, ctx: Context, intakeId: string) {
  // The bytes may be millions, and only bringing them in needs them.
  const intake = await tx.intake.findUnique({ where: { id: intakeId }, omit: { bytes: true } });
  if (intake === null || !maySeeIntake(ctx, intake))
    throw new Refusal(
      'not-found',
      'This preview is gone: it was brought in, thrown away or a week old. Start again.',
    );
  return { ...intake, proposal: parseProposal(intake.proposal) };
}

/** Takes the proposal out, once: whoever confirms it a second time finds it gone. */
async function claimIntake(tx: Transaction, id: string, version: number): Promise<void> {
  const { count } = await tx.intake.deleteMany({ where: { id, version } });
  if (count === 0) throw stale();
}

const stale = (): Refusal =>
  new Refusal(
    'conflict',
    'This preview was changed or brought in after you opened it. Reload the page and look at it again.',
  );

async function refuseUnknownStory(tx: Transaction, storyId: string): Promise<void> {
  const story = await tx.story.findUnique({ where: { id: storyId }, select: { id: true } });
  if (story === null) throw unknownStory();
}

const unknownStory = (): Refusal =>
  new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');

function refuseUnless(ctx: Context, action: EditorialAction): void {
  if (!mayDo(ctx.actor.role, action)) throw new Refusal('not-allowed', whyNotDo(action));
}
