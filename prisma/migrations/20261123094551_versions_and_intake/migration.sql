-- CreateEnum
CREATE TYPE "SuggestionDecision" AS ENUM ('OPEN', 'ACCEPTED', 'REJECTED');

-- CreateEnum
CREATE TYPE "ClearanceKind" AS ENUM ('RESEARCH', 'LEGAL', 'EDITOR');

-- CreateEnum
CREATE TYPE "SetAsideReason" AS ENUM ('OPINION', 'COMMON_KNOWLEDGE', 'ON_AUTHOR', 'SCENE');

-- CreateEnum
CREATE TYPE "IntakeKind" AS ENUM ('PASTE', 'URL', 'HTML', 'DOCX', 'PDF', 'MARKDOWN', 'TEXT');

-- AlterTable
ALTER TABLE "claim" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "split_from_id" UUID;

-- AlterTable
ALTER TABLE "anchor" ADD COLUMN     "candidates" JSONB,
ADD COLUMN     "reason" TEXT,
ALTER COLUMN "start" DROP NOT NULL,
ALTER COLUMN "end" DROP NOT NULL;

-- CreateTable
CREATE TABLE "version_file" (
    "version_id" UUID NOT NULL,
    "kind" "IntakeKind" NOT NULL,
    "name" TEXT,
    "url" TEXT,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "version_file_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "intake" (
    "id" UUID NOT NULL,
    "kind" "IntakeKind" NOT NULL,
    "name" TEXT,
    "url" TEXT,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "proposal" JSONB NOT NULL,
    "story_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "intake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggested_change" (
    "id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "claim_id" UUID,
    "version_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT,
    "decision" "SuggestionDecision" NOT NULL DEFAULT 'OPEN',
    "proposed_by_id" UUID NOT NULL,
    "draft_author" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,
    "result_version_id" UUID,

    CONSTRAINT "suggested_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearance" (
    "id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "kind" "ClearanceKind" NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "conditions" TEXT,
    "voided_at" TIMESTAMPTZ(3),
    "voided_reason" TEXT,

    CONSTRAINT "clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "set_aside" (
    "id" UUID NOT NULL,
    "story_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "reason" "SetAsideReason" NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "undone_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "set_aside_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "intake_created_by_id_idx" ON "intake"("created_by_id");

-- CreateIndex
CREATE INDEX "intake_updated_at_idx" ON "intake"("updated_at");

-- CreateIndex
CREATE INDEX "suggested_change_story_id_decision_idx" ON "suggested_change"("story_id", "decision");

-- CreateIndex
CREATE INDEX "suggested_change_claim_id_idx" ON "suggested_change"("claim_id");

-- CreateIndex
CREATE INDEX "clearance_story_id_idx" ON "clearance"("story_id");

-- CreateIndex
CREATE INDEX "set_aside_version_id_start_idx" ON "set_aside"("version_id", "start");

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_split_from_id_fkey" FOREIGN KEY ("split_from_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim" ADD CONSTRAINT "claim_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_file" ADD CONSTRAINT "version_file_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intake" ADD CONSTRAINT "intake_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggested_change" ADD CONSTRAINT "suggested_change_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggested_change" ADD CONSTRAINT "suggested_change_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggested_change" ADD CONSTRAINT "suggested_change_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggested_change" ADD CONSTRAINT "suggested_change_result_version_id_fkey" FOREIGN KEY ("result_version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggested_change" ADD CONSTRAINT "suggested_change_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggested_change" ADD CONSTRAINT "suggested_change_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "set_aside" ADD CONSTRAINT "set_aside_story_id_fkey" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "set_aside" ADD CONSTRAINT "set_aside_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "set_aside" ADD CONSTRAINT "set_aside_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "set_aside" ADD CONSTRAINT "set_aside_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
