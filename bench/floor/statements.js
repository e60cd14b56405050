/** The statements the desk runs, as it runs them: lib/claims/list-claims.ts, claim-record.ts, lib/audit/record.ts. */

const ROW = `
  page.id, page.number, page.exact, page.story_id AS "storyId", s.headline AS "storyHeadline",
  s.slug AS "storySlug", page.type::text, page.state::text, page.status::text, page.flags::text[] AS flags,
  page.source_count AS "sourceCount", page.origin_count AS "originCount", page.assignee_id AS "assigneeId",
  u.name AS "assigneeName", page.due_at AS "dueAt", page.updated_at AS "updatedAt", page.priority,
  page.single_person AS "singlePerson", page.version, page.cursor`;

const page = (from, where) => `
  SELECT ${ROW} FROM (
    SELECT c.id, c.number, c.exact, c.story_id, c.type, c.state, c.status, c.flags, c.source_count,
      c.origin_count, c.assignee_id, c.due_at, c.updated_at, c.priority, c.single_person, c.version,
      ARRAY[coalesce(c.due_at, 'infinity'::timestamptz)::text, c.id::text] AS cursor,
      row_number() OVER (ORDER BY coalesce(c.due_at, 'infinity'::timestamptz) ASC, c.id ASC) AS position
    FROM ${from} ${where}
    ORDER BY coalesce(c.due_at, 'infinity'::timestamptz) ASC, c.id ASC
    LIMIT 51
  ) page
  JOIN story s ON s.id = page.story_id
  LEFT JOIN "user" u ON u.id = page.assignee_id
  ORDER BY page.position`;

export const FIRST_PAGE = page('claim c', '');
export const NEXT_PAGE = page(
  'claim c',
  `WHERE (coalesce(c.due_at, 'infinity'::timestamptz), c.id) > ($1::timestamptz, $2::uuid)`,
);
export const SEARCH = page(
  `(SELECT * FROM claim WHERE search @@ to_tsquery('simple', $1) LIMIT 2000) c`,
  '',
);

const iso = (column) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const CLAIM = `
  SELECT c.*, s.slug AS "storySlug", s.headline AS "storyHeadline", v.number AS "versionNumber", v.sha256,
    assignee.name AS "assigneeName", checker.name AS "checkerName", reviewer.name AS "reviewerName",
    (SELECT json_build_object('state', a.state, 'start', a.start, 'end', a."end", 'prefix', a.prefix, 'suffix', a.suffix)
       FROM anchor a WHERE a.claim_id = c.id AND a.version_id = v.id) AS anchor,
    (SELECT coalesce(json_agg(json_build_object('value', q.value::text, 'unit', q.unit)), '[]')
       FROM quantity q WHERE q.claim_id = c.id) AS quantities,
    (SELECT coalesce(json_agg(json_build_object('party', t.party, 'role', t.role) ORDER BY t.position), '[]')
       FROM attribution t WHERE t.claim_id = c.id) AS attribution,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'stance', e.stance, 'layer', e.layer,
        'proximity', e.proximity, 'excerpt', e.excerpt, 'locator', e.locator, 'retrievedAt', ${iso('e.retrieved_at')},
        'addedByName', ea.name, 'origin', o.label, 'source', json_build_object('id', so.id, 'title', so.title,
        'publisher', so.publisher, 'url', so.url)) ORDER BY e.created_at, e.id), '[]')
       FROM evidence e JOIN source so ON so.id = e.source_id JOIN "user" ea ON ea.id = e.added_by_id
       LEFT JOIN origin o ON o.id = e.origin_id WHERE e.claim_id = c.id) AS evidence,
    (SELECT coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'body', n.body, 'authorName', nu.name,
        'createdAt', ${iso('n.created_at')}) ORDER BY n.created_at, n.id), '[]')
       FROM note n JOIN "user" nu ON nu.id = n.author_id WHERE n.claim_id = c.id) AS notes,
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'decision', r.decision)), '[]')
       FROM review r WHERE r.claim_id = c.id) AS reviews
  FROM claim c
  JOIN story s ON s.id = c.story_id
  JOIN version v ON v.id = s.current_version_id
  LEFT JOIN "user" assignee ON assignee.id = c.assignee_id
  LEFT JOIN "user" checker ON checker.id = c.checker_id
  LEFT JOIN "user" reviewer ON reviewer.id = c.reviewer_id
  WHERE c.id = $1`;

export const TAKE = `
  UPDATE claim SET state = 'IN_CHECK', assignee_id = $3, version = version + 1, updated_at = now()
  WHERE id = $1 AND version = $2`;

export const CHAIN_HEAD = `
  INSERT INTO audit_chain (chain, length, head) VALUES ($1, 0, repeat('0', 64))
  ON CONFLICT (chain) DO UPDATE SET length = audit_chain.length
  RETURNING length, head`;

export const APPEND = `
  WITH appended AS (
    INSERT INTO audit_event (id, chain, seq, at, actor_id, actor_name, verb, subject_type, subject_id, claim_id,
                             before, after, version_sha256, prev_hash, hash)
    VALUES ($1, $2, $3, now(), $4, 'Bench', 'claim.taken', 'claim', $5, $5, '{}', '{}', NULL, $6, $7))
  UPDATE audit_chain SET length = $3, head = $7 WHERE chain = $2`;

export const CSV_BATCH = `
  SELECT c.id, c.number, c.exact, c.restatement, c.type::text, c.status::text, c.source_count, c.origin_count,
    s.headline, u.name AS assignee, c.due_at, c.updated_at
  FROM claim c JOIN story s ON s.id = c.story_id LEFT JOIN "user" u ON u.id = c.assignee_id
  WHERE c.id > $1 ORDER BY c.id LIMIT 2000`;
