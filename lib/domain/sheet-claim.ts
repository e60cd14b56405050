import type { EvidenceFacts } from './origins';
import type {
  AnchorState,
  AttributionRole,
  ClaimState,
  ClaimStatus,
  ClaimType,
  Finding,
  Flag,
  Ground,
  NoteKind,
  Proximity,
  Qualifier,
  ReviewDecision,
  SaidFinding,
  Stance,
  Visibility,
  Voice,
} from './vocabulary';

/** A claim with all that the sheet tells of it; a claim's record with `ref`, `where` and the rest beside it fits. */
export type SheetClaim = {
  id: string;
  /** "C-014". */
  ref: string;
  /** "Headline", "¶ 3"; "" when the words stand nowhere any more. */
  where: string;
  exact: string;
  restatement: string | null;
  type: ClaimType;
  voice: Voice;
  asOf: Date | null;
  timeZone: string | null;
  place: string | null;
  flags: readonly Flag[];
  state: ClaimState;
  status: ClaimStatus;
  finding: Finding;
  said: SaidFinding;
  suggestedWording: string | null;
  /** The words as they stood in an earlier text, when they were others; null: they were always these. */
  formerWords: string | null;
  /** The words as they were when they were last checked, and whether no later text changed or lost them; null: nobody has. */
  lastCheck: { exact: string; stands: boolean } | null;
  /** Why it was dropped or reopened; null: it was not, or nobody said. */
  stateReason: string | null;
  checkerName: string | null;
  checkedAt: Date | null;
  checkedSha256: string | null;
  reviewerName: string | null;
  reviewedAt: Date | null;
  singlePerson: boolean;
  storyAuthorId: string | null;
  anchor: { state: AnchorState; start: number | null } | null;
  quantities: readonly SheetQuantity[];
  attribution: readonly SheetAttribution[];
  /** Oldest first, removed evidence included. */
  evidence: readonly SheetEvidence[];
  /** What the rules know of the evidence that stands. */
  standing: readonly EvidenceFacts[];
  /** Oldest first, whatever their visibility. */
  notes: readonly SheetNote[];
  /** Notes that ask and have no answer. */
  openQueryIds: readonly string[];
  reviews: readonly SheetReview[];
};

export type SheetQuantity = {
  value: string | null;
  unit: string | null;
  qualifier: Qualifier;
  low: string | null;
  high: string | null;
  ofWhat: string | null;
};

export type SheetAttribution = {
  party: string;
  role: AttributionRole;
  verb: string | null;
  ground: Ground;
};

export type SheetEvidence = {
  id: string;
  stance: Stance;
  proximity: Proximity;
  authoritative: boolean;
  excerpt: string | null;
  locator: string | null;
  acceptedAt: string | null;
  removedAt: string | null;
  resolvedAt: string | null;
  resolution: string | null;
  origin: { id: string; label: string } | null;
  source: { id: string };
  rootSourceId: string;
  isOwnText: boolean;
};

export type SheetNote = {
  id: string;
  kind: NoteKind;
  body: string;
  visibility: Visibility;
  authorId: string;
  authorName: string;
};

export type SheetReview = {
  decision: ReviewDecision;
  reviewerName: string;
  comment: string | null;
  sha256: string;
  exact: string;
};
