import type { Json } from '@/lib/domain/audit-chain';

/** All that can happen on the desk, as `noun.past`. */
export type AuditVerb =
  | 'story.imported'
  | 'story.edited'
  | 'sheet.exported'
  | 'version.added'
  | 'clearance.given'
  | 'clearance.voided'
  | 'clearance.withdrawn'
  | 'suggestion.made'
  | 'suggestion.accepted'
  | 'suggestion.rejected'
  | 'claim.marked'
  | 'claim.edited'
  | 'claim.reassigned'
  | 'claim.taken'
  | 'claim.assigned'
  | 'claim.put-on-wait'
  | 'claim.resumed'
  | 'claim.found'
  | 'claim.submitted'
  | 'claim.signed-off'
  | 'claim.returned'
  | 'claim.reopened'
  | 'claim.dropped'
  | 'claim.restored'
  | 'claim.reworded'
  | 'claim.relocated'
  | 'claim.unplaced'
  | 'claim.placed'
  | 'claim.words-accepted'
  | 'claim.split'
  | 'claim.merged'
  | 'evidence.attached'
  | 'evidence.accepted'
  | 'evidence.edited'
  | 'evidence.removed'
  | 'evidence.resolved'
  | 'note.written'
  | 'note.resolved'
  | 'source.added'
  | 'source.edited'
  | 'user.added'
  | 'user.edited'
  | 'user.disabled'
  | 'user.enabled'
  | 'user.password-set'
  | 'session.started'
  | 'session.ended'
  | 'token.created'
  | 'token.revoked';

/** One thing that happened. `before` and `after` hold the fields that changed; null where there was nothing. */
export type AuditEntry = {
  /** The story whose chain it joins, or 'desk'. */
  chain: string;
  verb: AuditVerb;
  subject: {
    type:
      | 'story'
      | 'version'
      | 'clearance'
      | 'suggestion'
      | 'claim'
      | 'evidence'
      | 'note'
      | 'source'
      | 'user'
      | 'session'
      | 'token';
    id: string;
  };
  claimId?: string;
  before: Json;
  after: Json;
  /** SHA-256 of the story's text at that moment; null for the desk's own events. */
  versionSha: string | null;
};
