-- What Postgres holds of versions, suggestions, clearances and what was set aside.

-- ---------------------------------------------------------------------------------------------------------------------
-- A claim has a place in a version, or none: LOST, or AMBIGUOUS while a person has not chosen

ALTER TABLE anchor ADD CONSTRAINT anchor_has_a_place_or_none
  CHECK ((state IN ('LOST', 'AMBIGUOUS')) = (start IS NULL) AND (start IS NULL) = ("end" IS NULL)
         AND (candidates IS NULL OR state = 'AMBIGUOUS'));

-- I1 holds for the new words of a changed claim as well; a claim without a place keeps the words it had.
CREATE OR REPLACE FUNCTION stet_check_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words text;
BEGIN
  IF NEW.start IS NOT NULL THEN
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

ALTER TABLE claim
  ADD CONSTRAINT claim_is_not_split_from_itself CHECK (split_from_id <> id),
  ADD CONSTRAINT claim_is_not_merged_into_itself CHECK (merged_into_id <> id),
  ADD CONSTRAINT claim_that_is_merged_is_dropped CHECK (merged_into_id IS NULL OR state = 'DROPPED');

ALTER TABLE suggested_change
  ADD CONSTRAINT suggestion_is_a_range CHECK (0 <= start AND start < "end" AND before <> ''),
  ADD CONSTRAINT suggestion_changes_something CHECK (before <> after),
  ADD CONSTRAINT suggestion_decision_is_signed
    CHECK ((decision = 'OPEN') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT suggestion_in_a_version_is_accepted CHECK (result_version_id IS NULL OR decision = 'ACCEPTED');

ALTER TABLE clearance
  ADD CONSTRAINT clearance_falls_for_a_reason CHECK ((voided_at IS NULL) = (voided_reason IS NULL));
-- One person's clearance of a kind stands once a version.
CREATE UNIQUE INDEX clearance_stands_once ON clearance (version_id, kind) WHERE voided_at IS NULL;

ALTER TABLE set_aside
  ADD CONSTRAINT set_aside_is_a_range CHECK (0 <= start AND start < "end"),
  ADD CONSTRAINT set_aside_undoing_is_signed CHECK ((undone_at IS NULL) = (undone_by_id IS NULL));

-- ---------------------------------------------------------------------------------------------------------------------
-- Their words stand in their version, and version and claim belong to the story

CREATE FUNCTION stet_check_copy_range(version uuid, story uuid, utf16_start int, utf16_end int, words text)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT v.story_id = story AND stet_utf16_slice(v.text, utf16_start, utf16_end) = words
                   FROM version v WHERE v.id = version), false)
$$;

CREATE FUNCTION stet_check_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT stet_check_copy_range(NEW.version_id, NEW.story_id, NEW.start, NEW."end", NEW.before) THEN
    RAISE EXCEPTION 'the words of suggestion % do not stand in its version', NEW.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.claim_id IS NOT NULL AND NOT EXISTS (SELECT FROM claim WHERE id = NEW.claim_id AND story_id = NEW.story_id) THEN
    RAISE EXCEPTION 'suggestion % belongs to another story''s claim', NEW.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER suggestion_words_stand_in_their_version BEFORE INSERT OR UPDATE OF version_id, story_id, claim_id, start, "end", before
  ON suggested_change FOR EACH ROW EXECUTE FUNCTION stet_check_suggestion();

CREATE FUNCTION stet_check_set_aside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT stet_check_copy_range(NEW.version_id, NEW.story_id, NEW.start, NEW."end", NEW.exact) THEN
    RAISE EXCEPTION 'the words set aside by % do not stand in its version', NEW.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER set_aside_words_stand_in_their_version BEFORE INSERT OR UPDATE OF version_id, story_id, start, "end", exact
  ON set_aside FOR EACH ROW EXECUTE FUNCTION stet_check_set_aside();

CREATE FUNCTION stet_check_clearance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM version WHERE id = NEW.version_id AND story_id = NEW.story_id) THEN
    RAISE EXCEPTION 'clearance % is of another story''s version', NEW.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER clearance_is_of_its_story BEFORE INSERT OR UPDATE OF version_id, story_id ON clearance
  FOR EACH ROW EXECUTE FUNCTION stet_check_clearance();

-- ---------------------------------------------------------------------------------------------------------------------
-- Nothing is deleted, and what was said stays as it was said

CREATE TRIGGER suggestion_is_kept BEFORE DELETE ON suggested_change
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('suggestions are kept');
CREATE TRIGGER suggestion_is_not_emptied BEFORE TRUNCATE ON suggested_change
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('suggestions are kept');
CREATE TRIGGER suggestion_words_are_immutable
  BEFORE UPDATE OF id, story_id, before, after, proposed_by_id, created_at ON suggested_change
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('a suggestion stays as it was made');
CREATE TRIGGER clearance_is_kept BEFORE DELETE ON clearance
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('clearances are kept');
CREATE TRIGGER clearance_is_not_emptied BEFORE TRUNCATE ON clearance
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('clearances are kept');
CREATE TRIGGER clearance_is_immutable BEFORE UPDATE OF id, story_id, version_id, kind, by_id, at, conditions ON clearance
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('a clearance stays as it was given');
CREATE TRIGGER set_aside_is_kept BEFORE DELETE ON set_aside
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('what was set aside is kept');
CREATE TRIGGER set_aside_is_not_emptied BEFORE TRUNCATE ON set_aside
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('what was set aside is kept');
CREATE TRIGGER version_file_is_immutable BEFORE UPDATE OR DELETE ON version_file
  FOR EACH ROW EXECUTE FUNCTION stet_refuse('the file of a version is kept');
CREATE TRIGGER version_file_is_not_emptied BEFORE TRUNCATE ON version_file
  FOR EACH STATEMENT EXECUTE FUNCTION stet_refuse('the file of a version is kept');
