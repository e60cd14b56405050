-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('VIEWER', 'REPORTER', 'CHECKER', 'EDITOR', 'LAWYER', 'ADMIN');

-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('MARKED', 'IN_CHECK', 'WAITING', 'READY', 'SIGNED_OFF', 'REOPENED', 'DROPPED');

-- CreateEnum
CREATE TYPE "Finding" AS ENUM ('NONE', 'VERIFIED', 'VERIFIED_AFTER_CHANGE', 'INCORRECT', 'MISLEADING', 'DISPUTED', 'OUTDATED', 'UNVERIFIED', 'ON_AUTHOR', 'NOT_CHECKABLE');

-- CreateEnum
CREATE TYPE "SaidFinding" AS ENUM ('NONE', 'VERBATIM', 'TRANSLATION', 'PARAPHRASE', 'ALTERED', 'MISATTRIBUTED', 'NOT_FOUND');

-- CreateEnum
CREATE TYPE "ClaimStatus" AS ENUM ('MARKED', 'IN_CHECK', 'WAITING', 'READY', 'REOPENED', 'VERIFIED', 'VERIFIED_AFTER_CHANGE', 'ATTRIBUTION_ONLY', 'ON_AUTHOR', 'DISPUTED', 'UNVERIFIED', 'MISLEADING', 'OUTDATED', 'INCORRECT', 'NOT_CHECKABLE', 'DROPPED');

-- CreateEnum
CREATE TYPE "ClaimType" AS ENUM ('NUMERIC', 'DATE_TIME', 'QUOTE', 'STATEMENT', 'EVENT', 'PROPERTY', 'CAUSAL', 'IDENTITY', 'PLACE', 'LEGAL', 'VISUAL', 'PLAN', 'NOT_CHECKABLE');

-- CreateEnum
CREATE TYPE "Voice" AS ENUM ('OWN', 'ATTRIBUTED');

-- CreateEnum
CREATE TYPE "Polarity" AS ENUM ('AFFIRMED', 'NEGATED');

-- CreateEnum
CREATE TYPE "Flag" AS ENUM ('CENTRAL', 'DEFAMATORY', 'SENSITIVE', 'ANONYMOUS_SOURCE', 'MINOR');

-- CreateEnum
CREATE TYPE "Qualifier" AS ENUM ('EXACT', 'ABOUT', 'AT_LEAST', 'UP_TO', 'MORE_THAN', 'LESS_THAN', 'RANGE', 'ORDINAL', 'VAGUE');

-- CreateEnum
CREATE TYPE "AnchorState" AS ENUM ('ATTACHED', 'MOVED', 'CHANGED', 'AMBIGUOUS', 'LOST');

-- CreateEnum
CREATE TYPE "AttributionRole" AS ENUM ('SPEAKER', 'DOCUMENT', 'AGENCY', 'OUTLET', 'TRANSLATOR');

-- CreateEnum
CREATE TYPE "Ground" AS ENUM ('ON_RECORD', 'BACKGROUND', 'OFF_RECORD');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('OFFICIAL_STATEMENT', 'OFFICIAL_DOCUMENT', 'COURT', 'DATASET', 'INTERVIEW', 'RECORDING', 'TRANSCRIPT', 'IMAGE', 'VIDEO', 'SOCIAL_POST', 'NEWS_REPORT', 'AGENCY_WIRE', 'RESEARCH', 'BOOK', 'EXPERT', 'OWN_OBSERVATION', 'OTHER');

-- CreateEnum
CREATE TYPE "Confidentiality" AS ENUM ('OPEN', 'INTERNAL', 'NOT_FOR_ATTRIBUTION', 'PROTECTED');

-- CreateEnum
CREATE TYPE "Derivation" AS ENUM ('COPIES', 'QUOTES', 'TRANSLATES', 'REWRITES');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'SUPPORTS_PART', 'REFUTES', 'REFUTES_PART', 'CONTEXT', 'NO_INFORMATION');

-- CreateEnum
CREATE TYPE "Layer" AS ENUM ('SAID', 'TRUE', 'BOTH');

-- CreateEnum
CREATE TYPE "Proximity" AS ENUM ('PRIMARY', 'SECONDARY', 'TERTIARY');

-- CreateEnum
CREATE TYPE "NoteKind" AS ENUM ('CHECK_NOTE', 'QUERY_AUTHOR', 'QUERY_EDITOR', 'REPLY', 'LEGAL', 'HANDOVER', 'OVERRIDE');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('TEAM', 'REVIEWERS', 'LEGAL');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('APPROVE', 'RETURN');

-- CreateEnum
CREATE TYPE "StoryScope" AS ENUM ('FULL', 'PARTIAL');

-- CreateEnum
CREATE TYPE "Risk" AS ENUM ('LOW', 'NORMAL', 'HIGH');

-- CreateEnum
CREATE TYPE "TokenScope" AS ENUM ('READ', 'WRITE');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_hash" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "single_keys" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "scope" "TokenScope" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotent_call" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotent_call_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "story" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "headline" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "due_at" TIMESTAMPTZ(3),
    "risk" "Risk" NOT NULL DEFAULT 'NORMAL',
    "scope" "StoryScope" NOT NULL DEFAULT 'FULL',
    "scope_note" TEXT,
    "author_id" UUID,
    "byline" TEXT,
    "lead_checker_id" UUID,
    "current_version_id" UUID,
    "next_claim_number" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version" (
    "id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "restatement" TEXT,
    "type" "ClaimType" NOT NULL,
    "voice" "Voice" NOT NULL,
    "polarity" "Polarity" NOT NULL DEFAULT 'AFFIRMED',
    "as_of" TIMESTAMPTZ(3),
    "time_zone" TEXT,
    "place" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 2,
    "flags" "Flag"[],
    "state" "ClaimState" NOT NULL DEFAULT 'MARKED',
    "finding" "Finding" NOT NULL DEFAULT 'NONE',
    "said" "SaidFinding" NOT NULL DEFAULT 'NONE',
    "suggested_wording" TEXT,
    "review_by" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "marked_by_id" UUID NOT NULL,
    "assignee_id" UUID,
    "checker_id" UUID,
    "checked_at" TIMESTAMPTZ(3),
    "checked_sha256" TEXT,
    "checker_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "reviewer_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "single_person" BOOLEAN NOT NULL DEFAULT false,
    "dropped_from" "ClaimState",
    "source_count" INTEGER NOT NULL DEFAULT 0,
    "origin_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "ClaimStatus" NOT NULL,
    "search" tsvector,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "anchor" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "state" "AnchorState" NOT NULL DEFAULT 'ATTACHED',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "anchor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quantity" (
    "id" UUID NOT NULL,
    "claim_id" UUID,
    "evidence_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "value" DECIMAL(38,12),
    "unit" TEXT,
    "qualifier" "Qualifier" NOT NULL DEFAULT 'EXACT',
    "low" DECIMAL(38,12),
    "high" DECIMAL(38,12),
    "of_what" TEXT,

    CONSTRAINT "quantity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attribution" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "party" TEXT NOT NULL,
    "role" "AttributionRole" NOT NULL,
    "verb" TEXT,
    "ground" "Ground" NOT NULL DEFAULT 'ON_RECORD',

    CONSTRAINT "attribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "title" TEXT NOT NULL,
    "creator" TEXT,
    "publisher" TEXT,
    "url" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "retrieved_at" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT,
    "confidentiality" "Confidentiality" NOT NULL DEFAULT 'OPEN',
    "derived_from_id" UUID,
    "derivation" "Derivation",
    "own_story_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "added_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "origin" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "party" TEXT,
    "date" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "origin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "origin_id" UUID,
    "stance" "Stance" NOT NULL,
    "layer" "Layer" NOT NULL DEFAULT 'TRUE',
    "proximity" "Proximity" NOT NULL DEFAULT 'SECONDARY',
    "authoritative" BOOLEAN NOT NULL DEFAULT false,
    "authority_reason" TEXT,
    "excerpt" TEXT,
    "locator" TEXT,
    "translator" TEXT,
    "as_of" TIMESTAMPTZ(3),
    "retrieved_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "removed_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "removed_reason" TEXT,
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "thread_id" UUID,
    "kind" "NoteKind" NOT NULL,
    "body" TEXT NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'TEAM',
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "exact" TEXT NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "finding" "Finding" NOT NULL,
    "said" "SaidFinding" NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "comment" TEXT,
    "single_person" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_export" (
    "id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "filter" TEXT,
    "sha256" TEXT,
    "bytes" INTEGER,
    "version_sha256" TEXT NOT NULL,
    "exported_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "chain" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "claim_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "version_sha256" TEXT,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "chain" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "head" TEXT NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("chain")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "story_slug_key" ON "story"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "story_current_version_id_key" ON "story"("current_version_id");

-- CreateIndex
CREATE INDEX "story_updated_at_id_idx" ON "story"("updated_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "version_story_id_number_key" ON "version"("story_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "claim_story_id_number_key" ON "claim"("story_id", "number");

-- CreateIndex
CREATE INDEX "anchor_version_id_start_idx" ON "anchor"("version_id", "start");

-- CreateIndex
CREATE UNIQUE INDEX "anchor_claim_id_version_id_key" ON "anchor"("claim_id", "version_id");

-- CreateIndex
CREATE INDEX "quantity_claim_id_idx" ON "quantity"("claim_id");

-- CreateIndex
CREATE INDEX "quantity_evidence_id_idx" ON "quantity"("evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "attribution_claim_id_position_key" ON "attribution"("claim_id", "position");

-- CreateIndex
CREATE INDEX "source_url_idx" ON "source"("url");

-- CreateIndex
CREATE INDEX "source_derived_from_id_idx" ON "source"("derived_from_id");

-- CreateIndex
CREATE INDEX "source_created_at_id_idx" ON "source"("created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "origin_key_key" ON "origin"("key");

-- CreateIndex
CREATE INDEX "evidence_claim_id_idx" ON "evidence"("claim_id");

-- CreateIndex
CREATE INDEX "evidence_source_id_idx" ON "evidence"("source_id");

-- CreateIndex
CREATE INDEX "note_claim_id_created_at_idx" ON "note"("claim_id", "created_at");

-- CreateIndex
CREATE INDEX "note_thread_id_idx" ON "note"("thread_id");

-- CreateIndex
CREATE INDEX "review_claim_id_at_idx" ON "review"("claim_id", "at");

-- CreateIndex
CREATE INDEX "sheet_export_story_id_at_idx" ON "sheet_export"("story_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_claim_id_seq_idx" ON "audit_event"("claim_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_chain_seq_key" ON "audit_event"("chain", "seq");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotent_call" ADD CONSTRAINT "idempotent_call_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story" ADD CONSTRAINT "story_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story" ADD CONSTRAINT "story_lead_checker_id_fkey" FOREIGN KEY ("lead_checker_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story" ADD CONSTRAINT "story_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "story" ADD CONSTRAINT "story_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_marked_by_id_fkey" FOREIGN KEY ("marked_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_checker_id_fkey" FOREIGN KEY ("checker_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "anchor" ADD CONSTRAINT "anchor_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantity" ADD CONSTRAINT "quantity_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quantity" ADD CONSTRAINT "quantity_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attribution" ADD CONSTRAINT "attribution_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_derived_from_id_fkey" FOREIGN KEY ("derived_from_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_own_story_id_fkey" FOREIGN KEY ("own_story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_origin_id_fkey" FOREIGN KEY ("origin_id") REFERENCES "origin"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_removed_by_id_fkey" FOREIGN KEY ("removed_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "note"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_export" ADD CONSTRAINT "sheet_export_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_export" ADD CONSTRAINT "sheet_export_exported_by_id_fkey" FOREIGN KEY ("exported_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
