import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `{name, text, values}` of what the desk reads with, written by bench/desk-statements.ts for this run. */
export const { first, deep, search, claim } = JSON.parse(
  readFileSync(join(process.cwd(), 'desk-statements.json'), 'utf8'),
);

/** The values of the claim's statement, for another claim. */
export const forClaim = (id) => ({
  ...claim,
  values: claim.values.map((value) => (value === CLAIM_ID ? id : value)),
});
const CLAIM_ID = claim.values.at(-1);

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
