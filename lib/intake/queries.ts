import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import type { Proposal } from '@/lib/domain/intake-proposal';
import { parseProposal } from '@/lib/intake/stored-proposal';

export type IntakePreview = {
  id: string;
  version: number;
  proposal: Proposal;
  /** Of the file, the page or the pasted words. */
  byteLength: number;
  sha256: string;
  /** The story this is to be a new version of; null: a new story. */
  story: { id: string; headline: string; language: string } | null;
  createdAt: Date;
};

/** A proposal is its person's own until it is on the desk; editors see it as well. */
export const maySeeIntake = (
  { actor }: Context,
  { createdById }: { createdById: string },
): boolean => actor.id === createdById || actor.role === 'EDITOR';

/** A proposal to look at; null: there is none, or none for this person. */
export async function getIntake(ctx: Context, intakeId: string): Promise<IntakePreview | null> {
  const intake = await database().intake.findUnique({
    where: { id: intakeId },
    select: {
      id: true,
      version: true,
      proposal: true,
      sha256: true,
      createdById: true,
      createdAt: true,
      story: { select: { id: true, headline: true, language: true } },
    },
  });
  if (intake === null || !maySeeIntake(ctx, intake)) return null;
  const { proposal, createdById: _, ...rest } = intake;
  const [size] = await database().$queryRaw<{ length: number }[]>`
    SELECT octet_length(bytes) AS length FROM intake WHERE id = ${intakeId}::uuid`;
  return { ...rest, proposal: parseProposal(proposal), byteLength: size?.length ?? 0 };
}
