import type * as domain from '@/lib/domain/vocabulary';
import type * as db from '@/prisma/generated/enums';

type Same<A, B> = [A, B] extends [B, A] ? true : never;

// Compile-time only: each line fails when schema.prisma and lib/domain/vocabulary.ts drift apart.
true satisfies Same<domain.Role, db.Role>;
true satisfies Same<domain.ClaimState, db.ClaimState>;
true satisfies Same<domain.Finding, db.Finding>;
true satisfies Same<domain.SaidFinding, db.SaidFinding>;
true satisfies Same<domain.ClaimStatus, db.ClaimStatus>;
true satisfies Same<domain.ClaimType, db.ClaimType>;
true satisfies Same<domain.Voice, db.Voice>;
true satisfies Same<domain.Polarity, db.Polarity>;
true satisfies Same<domain.Flag, db.Flag>;
true satisfies Same<domain.Qualifier, db.Qualifier>;
true satisfies Same<domain.AnchorState, db.AnchorState>;
true satisfies Same<domain.AttributionRole, db.AttributionRole>;
true satisfies Same<domain.Ground, db.Ground>;
true satisfies Same<domain.SourceKind, db.SourceKind>;
true satisfies Same<domain.Confidentiality, db.Confidentiality>;
true satisfies Same<domain.Derivation, db.Derivation>;
true satisfies Same<domain.Stance, db.Stance>;
true satisfies Same<domain.Layer, db.Layer>;
true satisfies Same<domain.Proximity, db.Proximity>;
true satisfies Same<domain.NoteKind, db.NoteKind>;
true satisfies Same<domain.Visibility, db.Visibility>;
true satisfies Same<domain.ReviewDecision, db.ReviewDecision>;
true satisfies Same<domain.StoryScope, db.StoryScope>;
true satisfies Same<domain.Risk, db.Risk>;
true satisfies Same<domain.TokenScope, db.TokenScope>;
true satisfies Same<domain.SuggestionDecision, db.SuggestionDecision>;
true satisfies Same<domain.ClearanceKind, db.ClearanceKind>;
true satisfies Same<domain.SetAsideReason, db.SetAsideReason>;
true satisfies Same<domain.IntakeKind, db.IntakeKind>;
