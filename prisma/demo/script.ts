import type { EditClaim, MarkClaim } from '@/lib/claims/schemas';
import type { Finding, Move, NoteKind, SaidFinding, Visibility } from '@/lib/domain/vocabulary';
import type { AttachEvidence } from '@/lib/evidence/schemas';
import type { AddSource } from '@/lib/sources/schemas';
import type { ImportStory } from '@/lib/stories/schemas';
import type { Who } from './people';

/** The demo desk as data: what each person did, and when. `run.ts` makes them do it through the desk's commands. */
export type DemoStory = {
  /** The file beside this one that holds the copy. */
  copyFile: string;
  details: Omit<ImportStory, 'copy' | 'authorId' | 'leadCheckerId' | 'dueAt'>;
  by: Who;
  leadChecker: Who;
  /** Minutes before the desk is made. */
  broughtIn: number;
  /** Minutes after the desk is made. */
  due: number;
  sources: Record<string, DemoSource>;
  claims: readonly DemoClaim[];
};

/** Added to the library by whoever first attaches it. */
export type DemoSource = Omit<AddSource, 'derivedFromId' | 'ownStoryId'> & {
  /** The key of the source it derives from. */
  from?: string;
  /** It is this very story, as we ran it elsewhere. */
  isOwnStory?: true;
};

export type DemoClaim = Omit<MarkClaim, 'storyId' | 'start' | 'contentSha256'> & {
  /** Words around the quote that stand once, where the quote itself stands more often. */
  within?: string;
  by: Who;
  /** Minutes after the story was brought in. */
  at: number;
  steps: readonly Step[];
};

type EvidenceLink = Omit<AttachEvidence, 'claimId' | 'sourceId' | 'source'>;

/** What a person did next on the claim, `after` so many minutes: 3 when not given. */
export type Step = { by: Who; after?: number } & (
  | {
      move: Move;
      finding?: Finding;
      said?: SaidFinding;
      reason?: string;
      /** Who it is assigned to. */
      to?: Who;
    }
  /** `source` is a key of the story's sources; `as` names the evidence for a later step. */
  | ({ attach: string; as?: string } & EvidenceLink)
  | { accept: string }
  | { remove: string; reason: string }
  | { resolve: string; because: string }
  /** `as` names the note for a later reply; `on` is the note replied to. */
  | { note: NoteKind; says: string; visibility?: Visibility; as?: string; on?: string }
  | { close: string }
  | { edit: Omit<EditClaim, 'claimId' | 'version' | 'dueAt'> }
  /** Minutes after the desk is made; before it when negative. */
  | { due: number }
);
