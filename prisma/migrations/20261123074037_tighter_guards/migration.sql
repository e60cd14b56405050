-- Gaps that tests found in the guards before.

-- ---------------------------------------------------------------------------------------------------------------------
-- Nothing is deleted, by TRUNCATE either

CREATE TRIGGER review_is_not_emptied BEFORE TRUNCATE ON review
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('a decision stays as it was taken');
CREATE TRIGGER story_is_not_emptied BEFORE TRUNCATE ON story
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('stories are kept');
CREATE TRIGGER version_is_not_emptied BEFORE TRUNCATE ON version
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('versions are kept');
CREATE TRIGGER claim_is_not_emptied BEFORE TRUNCATE ON claim
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('claims are dropped, never deleted');
CREATE TRIGGER anchor_is_not_emptied BEFORE TRUNCATE ON anchor
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('anchors are kept');
CREATE TRIGGER evidence_is_not_emptied BEFORE TRUNCATE ON evidence
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('evidence is removed with a reason, never deleted');
CREATE TRIGGER note_is_not_emptied BEFORE TRUNCATE ON note
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('notes are kept');
CREATE TRIGGER source_is_not_emptied BEFORE TRUNCATE ON source
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('sources are kept');
CREATE TRIGGER user_is_not_emptied BEFORE TRUNCATE ON "user"
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('people are disabled, never deleted');

-- ---------------------------------------------------------------------------------------------------------------------
-- I1: an offset in the middle of a surrogate pair, or past the end, is no place in the text: null, which is no words

CREATE OR REPLACE FUNCTION stet_code_point_offset(text text, utf16_offset int) RETURNS int LANGUAGE plpgsql IMMUTABLE STRICT AS $$
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
  units := low + char_length(regexp_replace(left(text, low), '[^\U00010000-\U0010FFFF]', '', 'g'));
  RETURN CASE WHEN units = utf16_offset THEN low END;
END $$;

CREATE OR REPLACE FUNCTION stet_utf16_slice(text text, utf16_start int, utf16_end int) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  from_point int := utf16_start;
  to_point int := utf16_end;
BEGIN
  IF text ~ '[\U00010000-\U0010FFFF]' THEN
    from_point := stet_code_point_offset(text, utf16_start);
    to_point := stet_code_point_offset(text, utf16_end);
  END IF;
  RETURN CASE WHEN to_point <= char_length(text) THEN substr(text, from_point + 1, to_point - from_point) END;
END $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- I8: the story is held while its author is compared, so that nobody becomes the author in the same moment

CREATE OR REPLACE FUNCTION stet_check_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  author uuid;
BEGIN
  IF NOT NEW.single_person THEN
    SELECT author_id INTO author FROM story WHERE id = NEW.story_id FOR SHARE;
    IF author = NEW.reviewer_id OR author = NEW.assignee_id OR author = ANY (NEW.checker_ids) THEN
      RAISE EXCEPTION 'the author of a story cannot check or sign off claim %', NEW.id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- I2 and I4: as in lib/domain/finding-rules.ts, what does not count against a claim is the text under check itself and
-- what derives from it, at any distance; another story of ours does count

CREATE FUNCTION stet_is_own_text(source_id uuid, story_id uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE line AS (
    SELECT s.id, s.derived_from_id, s.own_story_id FROM source s WHERE s.id = $1
    UNION
    SELECT p.id, p.derived_from_id, p.own_story_id FROM line JOIN source p ON p.id = line.derived_from_id
  )
  SELECT coalesce(bool_or(own_story_id = $2), false) FROM line
$$;

CREATE OR REPLACE FUNCTION stet_check_sign_off() RETURNS trigger LANGUAGE plpgsql AS $$
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
        AND e.stance = 'SUPPORTS' AND e.excerpt IS NOT NULL AND e.locator IS NOT NULL
        AND NOT stet_is_own_text(e.source_id, NEW.story_id)) THEN
      RAISE EXCEPTION 'claim % is verified by nothing', NEW.id USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (
      SELECT FROM evidence e WHERE e.claim_id = NEW.id AND e.removed_at IS NULL AND e.resolved_at IS NULL
        AND e.stance IN ('REFUTES', 'REFUTES_PART') AND NOT stet_is_own_text(e.source_id, NEW.story_id)) THEN
      RAISE EXCEPTION 'claim % has unresolved evidence against it', NEW.id
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
