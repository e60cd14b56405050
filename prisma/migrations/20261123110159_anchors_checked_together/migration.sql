-- A new version ties every claim of its story to itself in one statement. Checked row by row, each anchor unpacked the
-- text again and counted its characters outside the basic plane again: seconds for a thousand claims, minutes where the
-- text has an emoji. New anchors are checked together: a text is read once, and its surrogate pairs are counted once.
-- I1 stands as it did, and an anchor that is changed is still checked by itself.

CREATE FUNCTION stet_check_new_anchors() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  checked uuid;
  words text;
  points int;
  -- UTF-16 offsets at which a surrogate pair starts; null: there are none, and an offset is a code point.
  pairs int[];
  wrong record;
BEGIN
  SELECT a.id INTO wrong FROM added a
    WHERE NOT EXISTS (SELECT FROM version v JOIN claim c ON c.story_id = v.story_id
                      WHERE v.id = a.version_id AND c.id = a.claim_id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'anchor % ties a claim to another story''s version', wrong.id
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;

  FOR checked IN SELECT DISTINCT version_id FROM added WHERE start IS NOT NULL LOOP
    -- Joined to nothing, so that it is unpacked here and not again at every use.
    SELECT text || '' INTO words FROM version WHERE id = checked;
    points := char_length(words);
    -- Between two pairs stand the pieces; each pair is two units long.
    SELECT array_agg(unit ORDER BY unit) INTO pairs FROM (
      SELECT (sum(char_length(piece)) OVER (ORDER BY i) + 2 * (i - 1))::int AS unit, i, count(*) OVER () AS n
      FROM unnest(regexp_split_to_array(words, '[\U00010000-\U0010FFFF]')) WITH ORDINALITY AS p(piece, i)
    ) pieces WHERE i < n;

    SELECT a.id, a.start, a."end" INTO wrong
    FROM added a CROSS JOIN LATERAL (
      SELECT a.start - CASE WHEN pairs IS NULL THEN 0 ELSE width_bucket(a.start - 1, pairs) END AS from_point,
             a."end" - CASE WHEN pairs IS NULL THEN 0 ELSE width_bucket(a."end" - 1, pairs) END AS to_point,
             pairs IS NOT NULL AND (a.start - 1 = ANY (pairs) OR a."end" - 1 = ANY (pairs)) AS cuts_a_pair
    ) place
    WHERE a.version_id = checked AND a.start IS NOT NULL
      AND (place.cuts_a_pair OR place.to_point > points
           OR substr(words, place.from_point + 1, place.to_point - place.from_point) IS DISTINCT FROM a.exact)
    LIMIT 1;
    IF FOUND THEN
      RAISE EXCEPTION 'the words of anchor % do not stand in its version at % to %', wrong.id, wrong.start, wrong."end"
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

DROP TRIGGER anchor_words_stand_in_their_version ON anchor;
CREATE TRIGGER anchor_words_stand_in_their_version BEFORE UPDATE ON anchor
  FOR EACH ROW EXECUTE FUNCTION stet_check_anchor();
CREATE TRIGGER new_anchors_stand_in_their_versions AFTER INSERT ON anchor
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION stet_check_new_anchors();
