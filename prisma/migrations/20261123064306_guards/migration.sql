-- What Postgres holds of the invariants of docs/domain.md by itself, whatever the program above it does.
-- The commands decide first and explain in sentences; these guards are the second lock on the same door.

-- ---------------------------------------------------------------------------------------------------------------------
-- The badge (the mirror of lib/domain/claim-status.ts) and the words to search, computed and never typed

ALTER TABLE claim DROP COLUMN status, DROP COLUMN search;

ALTER TABLE claim ADD COLUMN status "ClaimStatus" NOT NULL GENERATED ALWAYS AS (
  CASE state
    WHEN 'MARKED' THEN 'MARKED'::"ClaimStatus"
    WHEN 'IN_CHECK' THEN 'IN_CHECK'::"ClaimStatus"
    WHEN 'WAITING' THEN 'WAITING'::"ClaimStatus"
    WHEN 'READY' THEN 'READY'::"ClaimStatus"
    WHEN 'REOPENED' THEN 'REOPENED'::"ClaimStatus"
    WHEN 'DROPPED' THEN 'DROPPED'::"ClaimStatus"
    ELSE CASE finding
      WHEN 'VERIFIED' THEN 'VERIFIED'::"ClaimStatus"
      WHEN 'VERIFIED_AFTER_CHANGE' THEN 'VERIFIED_AFTER_CHANGE'::"ClaimStatus"
      WHEN 'INCORRECT' THEN 'INCORRECT'::"ClaimStatus"
      WHEN 'MISLEADING' THEN 'MISLEADING'::"ClaimStatus"
      WHEN 'DISPUTED' THEN 'DISPUTED'::"ClaimStatus"
      WHEN 'OUTDATED' THEN 'OUTDATED'::"ClaimStatus"
      WHEN 'ON_AUTHOR' THEN 'ON_AUTHOR'::"ClaimStatus"
      WHEN 'NOT_CHECKABLE' THEN 'NOT_CHECKABLE'::"ClaimStatus"
      WHEN 'UNVERIFIED' THEN
        CASE WHEN said IN ('VERBATIM', 'TRANSLATION', 'PARAPHRASE') THEN 'ATTRIBUTION_ONLY'::"ClaimStatus"
             ELSE 'UNVERIFIED'::"ClaimStatus" END
      ELSE 'UNVERIFIED'::"ClaimStatus"
    END
  END) STORED;

-- The words as written, without stemming: figures and names stay findable in any language.
ALTER TABLE claim ADD COLUMN search tsvector GENERATED ALWAYS AS (
  to_tsvector('simple'::regconfig, exact || ' ' || coalesce(restatement, ''))) STORED;

-- ---------------------------------------------------------------------------------------------------------------------
-- The queue: one index for each order it can be read in, so that any page of it is one index range

CREATE INDEX claim_search ON claim USING gin (search);
CREATE INDEX claim_by_due ON claim (coalesce(due_at, 'infinity'::timestamptz), id);
CREATE INDEX claim_by_updated ON claim (updated_at, id);
CREATE INDEX claim_by_status ON claim (status, coalesce(due_at, 'infinity'::timestamptz), id);
CREATE INDEX claim_by_type ON claim (type, coalesce(due_at, 'infinity'::timestamptz), id);
CREATE INDEX claim_by_priority ON claim (priority, coalesce(due_at, 'infinity'::timestamptz), id);
CREATE INDEX claim_by_assignee ON claim (assignee_id, coalesce(due_at, 'infinity'::timestamptz), id);
CREATE INDEX claim_by_story ON claim (story_id, coalesce(due_at, 'infinity'::timestamptz), id);

-- ---------------------------------------------------------------------------------------------------------------------
-- Plain checks

ALTER TABLE "user"
  ADD CONSTRAINT user_email_is_lower_case CHECK (email = lower(email) AND email LIKE '%_@_%'),
  ADD CONSTRAINT user_name_is_given CHECK (btrim(name) <> '');

ALTER TABLE version
  ADD CONSTRAINT version_number_is_positive CHECK (number > 0),
  ADD CONSTRAINT version_hash_is_of_its_text CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
  ADD CONSTRAINT version_key_with_story UNIQUE (id, story_id);

ALTER TABLE story
  ADD CONSTRAINT story_current_version_is_its_own
    FOREIGN KEY (current_version_id, id) REFERENCES version (id, story_id),
  ADD CONSTRAINT story_partial_scope_is_explained CHECK (scope = 'FULL' OR btrim(coalesce(scope_note, '')) <> '');

ALTER TABLE claim
  ALTER COLUMN checker_ids SET NOT NULL,
  ALTER COLUMN flags SET NOT NULL,
  ALTER COLUMN flags SET DEFAULT ARRAY[]::"Flag"[],
  ADD CONSTRAINT claim_number_is_positive CHECK (number > 0),
  ADD CONSTRAINT claim_priority_is_1_to_3 CHECK (priority BETWEEN 1 AND 3),
  ADD CONSTRAINT claim_counts_are_not_negative CHECK (source_count >= 0 AND origin_count >= 0),
  ADD CONSTRAINT claim_in_work_has_an_assignee
    CHECK (state NOT IN ('IN_CHECK', 'WAITING', 'READY') OR assignee_id IS NOT NULL),
  ADD CONSTRAINT claim_finding_has_a_checker
    CHECK (checked_at IS NULL OR (checker_id IS NOT NULL AND checked_sha256 IS NOT NULL)),
  ADD CONSTRAINT claim_own_voice_was_not_said CHECK (voice = 'ATTRIBUTED' OR said = 'NONE'),
  ADD CONSTRAINT claim_signed_off_is_complete
    CHECK (state <> 'SIGNED_OFF' OR (finding <> 'NONE' AND (voice = 'OWN' OR said <> 'NONE')
           AND reviewer_id IS NOT NULL AND reviewed_at IS NOT NULL AND checked_at IS NOT NULL
           AND cardinality(checker_ids) > 0)),
  ADD CONSTRAINT claim_reviewer_did_not_check
    CHECK (single_person OR reviewer_id IS NULL OR NOT (reviewer_id = ANY (checker_ids))),
  ADD CONSTRAINT claim_dropped_remembers_where_it_stood
    CHECK ((state = 'DROPPED') = (dropped_from IS NOT NULL) AND dropped_from IS DISTINCT FROM 'DROPPED');

ALTER TABLE anchor ADD CONSTRAINT anchor_is_a_range CHECK (0 <= start AND start < "end");

ALTER TABLE quantity ADD CONSTRAINT quantity_has_one_owner CHECK (num_nonnulls(claim_id, evidence_id) = 1);

ALTER TABLE attribution ADD CONSTRAINT attribution_names_a_party CHECK (btrim(party) <> '');

ALTER TABLE source
  ADD CONSTRAINT source_derivation_has_a_parent CHECK ((derived_from_id IS NULL) = (derivation IS NULL)),
  ADD CONSTRAINT source_does_not_derive_from_itself CHECK (derived_from_id <> id),
  ADD CONSTRAINT source_title_is_given CHECK (btrim(title) <> '');

ALTER TABLE evidence
  ADD CONSTRAINT evidence_acceptance_is_signed CHECK ((accepted_at IS NULL) = (accepted_by_id IS NULL)),
  ADD CONSTRAINT evidence_removal_is_signed
    CHECK (num_nonnulls(removed_at, removed_by_id, removed_reason) IN (0, 3)),
  ADD CONSTRAINT evidence_resolution_is_signed
    CHECK (num_nonnulls(resolved_at, resolved_by_id, resolution) IN (0, 3));

ALTER TABLE note
  ADD CONSTRAINT note_says_something CHECK (btrim(body) <> ''),
  ADD CONSTRAINT note_resolution_is_signed CHECK ((resolved_at IS NULL) = (resolved_by_id IS NULL)),
  ADD CONSTRAINT note_key_with_claim UNIQUE (id, claim_id),
  ADD CONSTRAINT note_thread_is_of_the_same_claim FOREIGN KEY (thread_id, claim_id) REFERENCES note (id, claim_id);

-- ---------------------------------------------------------------------------------------------------------------------
-- Nothing is deleted, and what was said stays as it was said

CREATE FUNCTION stet_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: %', TG_OP, TG_TABLE_NAME, TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('the record is append only');
CREATE TRIGGER audit_event_is_not_emptied BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('the record is append only');
CREATE TRIGGER audit_chain_is_not_deleted BEFORE DELETE ON audit_chain
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('the record is append only');
CREATE TRIGGER audit_chain_is_not_emptied BEFORE TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('the record is append only');
CREATE TRIGGER review_is_append_only BEFORE UPDATE OR DELETE ON review
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('a decision stays as it was taken');

CREATE TRIGGER story_is_kept BEFORE DELETE ON story
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('stories are kept');
CREATE TRIGGER version_is_kept BEFORE DELETE ON version
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('versions are kept');
CREATE TRIGGER claim_is_kept BEFORE DELETE ON claim
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('claims are dropped, never deleted');
CREATE TRIGGER anchor_is_kept BEFORE DELETE ON anchor
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('anchors are kept');
CREATE TRIGGER evidence_is_kept BEFORE DELETE ON evidence
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('evidence is removed with a reason, never deleted');
CREATE TRIGGER note_is_kept BEFORE DELETE ON note
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('notes are kept');
CREATE TRIGGER source_is_kept BEFORE DELETE ON source
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('sources are kept');
CREATE TRIGGER user_is_kept BEFORE DELETE ON "user"
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('people are disabled, never deleted');

CREATE TRIGGER version_text_is_immutable
  BEFORE UPDATE OF id, story_id, number, text, sha256, created_by_id, created_at ON version
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('a version is immutable; bring in a new one');
CREATE TRIGGER note_words_are_immutable
  BEFORE UPDATE OF id, claim_id, thread_id, kind, body, author_id, created_at ON note
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('a note stays as it was written');
CREATE TRIGGER claim_identity_is_immutable
  BEFORE UPDATE OF id, story_id, number, marked_by_id, created_at ON claim
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('a claim keeps its place and number');

-- ---------------------------------------------------------------------------------------------------------------------
-- I1: an anchor's exact words stand in its version, at its place. Offsets are UTF-16 code units; Postgres counts
-- code points, so text with characters outside the basic plane is searched for the matching code point.

CREATE FUNCTION stet_code_point_offset(text text, utf16_offset int) RETURNS int LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  low int := 0;
  high int := least(utf16_offset, char_length(text));
  middle int;
  units int;
BEGIN
  WHILE low < high LOOP
    middle := (low + high) / 2;
    units := middle + char_length(regexp_replace(left(text, middle), '[^\U00010000-\U0010FFFF]', '', 'g'));
    IF units < utf16_offset THEN low := middle + 1; ELSE high := middle; END IF;
  END LOOP;
  RETURN low;
END $$;

CREATE FUNCTION stet_utf16_slice(text text, utf16_start int, utf16_end int) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  from_point int := utf16_start;
  to_point int := utf16_end;
BEGIN
  IF text ~ '[\U00010000-\U0010FFFF]' THEN
    from_point := stet_code_point_offset(text, utf16_start);
    to_point := stet_code_point_offset(text, utf16_end);
  END IF;
  RETURN substr(text, from_point + 1, to_point - from_point);
END $$;

CREATE FUNCTION stet_check_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text;
BEGIN
  IF NEW.state IN ('ATTACHED', 'MOVED') THEN
    SELECT stet_utf16_slice(text, NEW.start, NEW."end") INTO words FROM version WHERE id = NEW.version_id;
    IF words IS DISTINCT FROM NEW.exact THEN
      RAISE EXCEPTION 'the words of anchor % do not stand in its version at % to %', NEW.id, NEW.start, NEW."end"
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  IF NOT EXISTS (SELECT FROM version v JOIN claim c ON c.story_id = v.story_id
                 WHERE v.id = NEW.version_id AND c.id = NEW.claim_id) THEN
    RAISE EXCEPTION 'anchor % ties a claim to another story''s version', NEW.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER anchor_words_stand_in_their_version BEFORE INSERT OR UPDATE ON anchor
  FOR EACH ROW EXECUTE FUNCTION stet_check_anchor();

-- ---------------------------------------------------------------------------------------------------------------------
-- I2 and I8 at the moment of sign-off: proof, an approving review of these very words, and a second person

CREATE FUNCTION stet_check_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  author uuid;
BEGIN
  IF NOT NEW.single_person THEN
    SELECT author_id INTO author FROM story WHERE id = NEW.story_id;
    IF author = NEW.reviewer_id OR author = NEW.assignee_id OR author = ANY (NEW.checker_ids) THEN
      RAISE EXCEPTION 'the author of a story cannot check or sign off claim %', NEW.id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER claim_people_are_not_the_author
  BEFORE INSERT OR UPDATE OF assignee_id, checker_ids, reviewer_id, single_person ON claim
  FOR EACH ROW WHEN (NEW.assignee_id IS NOT NULL OR NEW.reviewer_id IS NOT NULL OR cardinality(NEW.checker_ids) > 0)
  EXECUTE FUNCTION stet_check_people();

CREATE FUNCTION stet_check_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM claim WHERE story_id = NEW.id AND NOT single_person
             AND (reviewer_id = NEW.author_id OR assignee_id = NEW.author_id OR NEW.author_id = ANY (checker_ids))) THEN
    RAISE EXCEPTION 'somebody who checked or signed off claims of story % cannot become its author', NEW.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER story_author_did_not_check BEFORE UPDATE OF author_id ON story
  FOR EACH ROW WHEN (NEW.author_id IS DISTINCT FROM OLD.author_id AND NEW.author_id IS NOT NULL)
  EXECUTE FUNCTION stet_check_author();

CREATE FUNCTION stet_check_sign_off() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM review r JOIN story s ON s.id = NEW.story_id
    WHERE r.claim_id = NEW.id AND r.decision = 'APPROVE' AND r.reviewer_id = NEW.reviewer_id
      AND r.version_id = s.current_version_id AND r.exact = NEW.exact
      AND r.finding = NEW.finding AND r.said = NEW.said) THEN
    RAISE EXCEPTION 'claim % has no approving review of these words', NEW.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.finding IN ('VERIFIED', 'VERIFIED_AFTER_CHANGE') THEN
    IF NOT EXISTS (
      SELECT FROM evidence e WHERE e.claim_id = NEW.id AND e.removed_at IS NULL AND e.accepted_at IS NOT NULL
        AND e.stance = 'SUPPORTS' AND e.excerpt IS NOT NULL AND e.locator IS NOT NULL) THEN
      RAISE EXCEPTION 'claim % is verified by nothing', NEW.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
      SELECT FROM evidence e WHERE e.claim_id = NEW.id AND e.removed_at IS NULL AND e.resolved_at IS NULL
        AND e.stance = 'REFUTES' AND NOT EXISTS (
          SELECT FROM source s WHERE s.id = e.source_id AND s.own_story_id IS NOT NULL)) THEN
      RAISE EXCEPTION 'claim % has unresolved evidence against it', NEW.id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER claim_sign_off_has_a_review
  BEFORE INSERT OR UPDATE OF state, finding, said, reviewer_id, exact ON claim
  FOR EACH ROW WHEN (NEW.state = 'SIGNED_OFF')
  EXECUTE FUNCTION stet_check_sign_off();
