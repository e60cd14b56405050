import type { Endpoints } from '@/lib/api/openapi';
import * as healthz from '../../healthz/route';
import * as readyz from '../../readyz/route';
import * as analyse from './analyse/route';
import * as auditVerify from './audit/verify/route';
import * as claimsIdAcceptWords from './claims/[id]/accept-words/route';
import * as claimsIdAlike from './claims/[id]/alike/route';
import * as claimsIdChoose from './claims/[id]/choose/route';
import * as claimsIdEvidenceEvidenceidAccept from './claims/[id]/evidence/[evidenceId]/accept/route';
import * as claimsIdEvidenceEvidenceidResolve from './claims/[id]/evidence/[evidenceId]/resolve/route';
import * as claimsIdEvidenceEvidenceid from './claims/[id]/evidence/[evidenceId]/route';
import * as claimsIdEvidence from './claims/[id]/evidence/route';
import * as claimsIdHistory from './claims/[id]/history/route';
import * as claimsIdMerge from './claims/[id]/merge/route';
import * as claimsIdMoves from './claims/[id]/moves/route';
import * as claimsIdNotesNoteidResolve from './claims/[id]/notes/[noteId]/resolve/route';
import * as claimsIdNotes from './claims/[id]/notes/route';
import * as claimsIdPlace from './claims/[id]/place/route';
import * as claimsId from './claims/[id]/route';
import * as claimsIdSplit from './claims/[id]/split/route';
import * as claimsIdSupport from './claims/[id]/support/route';
import * as claims from './claims/route';
import * as claimsCsv from './claims.csv/route';
import * as clearancesClearanceidWithdraw from './clearances/[clearanceId]/withdraw/route';
import * as me from './me/route';
import * as sourcesId from './sources/[id]/route';
import * as sourcesIdSnapshots from './sources/[id]/snapshots/route';
import * as sources from './sources/route';
import * as storiesIdClaims from './stories/[id]/claims/route';
import * as storiesIdClearances from './stories/[id]/clearances/route';
import * as storiesIdCoverage from './stories/[id]/coverage/route';
import * as storiesIdDraftDocx from './stories/[id]/draft.docx/route';
import * as storiesIdLedger from './stories/[id]/ledger/route';
import * as storiesId from './stories/[id]/route';
import * as storiesIdSheet from './stories/[id]/sheet/route';
import * as storiesIdSuggestions from './stories/[id]/suggestions/route';
import * as storiesIdVersionsN from './stories/[id]/versions/[n]/route';
import * as storiesIdVersions from './stories/[id]/versions/route';
import * as stories from './stories/route';

/** Every address of the API, for its description; a test holds this list against the route files. */
export const ENDPOINTS: Endpoints = {
  '/api/v1/analyse': analyse,
  '/api/v1/audit/verify': auditVerify,
  '/api/v1/claims': claims,
  '/api/v1/claims.csv': claimsCsv,
  '/api/v1/claims/{id}': claimsId,
  '/api/v1/claims/{id}/accept-words': claimsIdAcceptWords,
  '/api/v1/claims/{id}/alike': claimsIdAlike,
  '/api/v1/claims/{id}/choose': claimsIdChoose,
  '/api/v1/claims/{id}/evidence': claimsIdEvidence,
  '/api/v1/claims/{id}/evidence/{evidenceId}': claimsIdEvidenceEvidenceid,
  '/api/v1/claims/{id}/evidence/{evidenceId}/accept': claimsIdEvidenceEvidenceidAccept,
  '/api/v1/claims/{id}/evidence/{evidenceId}/resolve': claimsIdEvidenceEvidenceidResolve,
  '/api/v1/claims/{id}/history': claimsIdHistory,
  '/api/v1/claims/{id}/merge': claimsIdMerge,
  '/api/v1/claims/{id}/moves': claimsIdMoves,
  '/api/v1/claims/{id}/notes': claimsIdNotes,
  '/api/v1/claims/{id}/notes/{noteId}/resolve': claimsIdNotesNoteidResolve,
  '/api/v1/claims/{id}/place': claimsIdPlace,
  '/api/v1/claims/{id}/split': claimsIdSplit,
  '/api/v1/claims/{id}/support': claimsIdSupport,
  '/api/v1/clearances/{clearanceId}/withdraw': clearancesClearanceidWithdraw,
  '/api/v1/me': me,
  '/api/v1/sources': sources,
  '/api/v1/sources/{id}': sourcesId,
  '/api/v1/sources/{id}/snapshots': sourcesIdSnapshots,
  '/api/v1/stories': stories,
  '/api/v1/stories/{id}': storiesId,
  '/api/v1/stories/{id}/claims': storiesIdClaims,
  '/api/v1/stories/{id}/clearances': storiesIdClearances,
  '/api/v1/stories/{id}/coverage': storiesIdCoverage,
  '/api/v1/stories/{id}/draft.docx': storiesIdDraftDocx,
  '/api/v1/stories/{id}/ledger': storiesIdLedger,
  '/api/v1/stories/{id}/sheet': storiesIdSheet,
  '/api/v1/stories/{id}/suggestions': storiesIdSuggestions,
  '/api/v1/stories/{id}/versions': storiesIdVersions,
  '/api/v1/stories/{id}/versions/{n}': storiesIdVersionsN,
  '/healthz': healthz,
  '/readyz': readyz,
};
