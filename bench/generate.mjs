/**
 * Fills a migrated, empty database with a desk of the given size: the same rows every time.
 * Proportions: 50 claims a story, 3 sources to 10 claims, 5 pieces of evidence and 4 notes to 2 claims.
 */
import pg from 'pg';

const PEOPLE = 40;
const CLAIMS_A_STORY = 50;

/** A key that is the same in every run: version-7 shape, its time part counting up with `n`. */
const key = (kind, n) =>
  `(lpad(to_hex(1700000000000 + (${n})::bigint * 40), 12, '0') || '7${kind}00' || '8000' || lpad(to_hex((${n})::bigint), 12, '0'))::uuid`;
const PERSON = 'a',
  STORY = 'b',
  VERSION = 'c',
  CLAIM = 'd',
  SOURCE = 'e',
  EVIDENCE = 'f',
  NOTE = '1',
  ANCHOR = '2',
  ORIGIN = '3';

const WORDS =
  'harbour ferry council budget drone minister hospital school tender audit vessel bridge railway border winter report contract inspector landlord refinery parade verdict tribunal storm reservoir strike payroll licence quarry turbine'.split(
    ' ',
  );
const word = (n) =>
  `(ARRAY[${WORDS.map((each) => `'${each}'`).join(',')}])[1 + ((${n})::bigint * 2654435761 % ${WORDS.length})::int]`;

/** The words of claim `n`, the same in its story's text and in its anchor. */
const words = (n) =>
  `(${n})::text || ' of the ' || ${word(n)} || ' ' || ${word(`${n} / 7`)} || ' cases were closed before the ' || ${word(`${n} / 3 + 11`)} || ' hearing'`;

/** Spread over states as on a desk at work; six in ten are marked and free to take. */
const state = (n) =>
  `(ARRAY['MARKED','MARKED','IN_CHECK','MARKED','SIGNED_OFF','MARKED','READY','MARKED','SIGNED_OFF','MARKED'])[1 + (${n} % 10)::int]`;

/**
 * @param {string} url a migrated database without people
 * @param {{ claims: number }} size
 */
export async function generateDesk(url, { claims }) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    // The guards are for people's writes; these rows are consistent by construction.
    await client.query('SET session_replication_role = replica');
    for (const statement of statements(claims)) await client.query(statement);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

/** The key of claim `n` (from 1), as the database has it. */
export const claimKey = (n) =>
  [
    (1700000000000 + n * 40)
      .toString(16)
      .padStart(12, '0')
      .replace(/^(.{8})/, '$1-'),
    `7${CLAIM}00`,
    '8000',
    n.toString(16).padStart(12, '0'),
  ].join('-');

function statements(claims) {
  const stories = Math.ceil(claims / CLAIMS_A_STORY);
  const sources = Math.round(claims * 0.3);
  const evidence = Math.round(claims * 2.5);
  const notes = claims * 2;
  const at = (n) => `timestamptz '2026-01-01 08:00Z' + (${n}) * interval '7 seconds'`;
  const story = (n) => `((${n} - 1) / ${CLAIMS_A_STORY} + 1)`;
  const checker = (n) => key(PERSON, `2 + ${n} % 30`);
  const reviewer = (n) => key(PERSON, `32 + ${n} % 8`);
  return [
    `INSERT INTO "user" (id, email, name, role, created_at)
     SELECT ${key(PERSON, 'n')}, 'person-' || n || '@bench.example', 'Person ' || n,
       (CASE WHEN n = 1 THEN 'ADMIN' WHEN n < 32 THEN 'CHECKER' ELSE 'EDITOR' END)::"Role", ${at('0')}
     FROM generate_series(1, ${PEOPLE}) n`,
    `INSERT INTO story (id, slug, headline, language, due_at, current_version_id, next_claim_number, created_by_id,
       created_at, updated_at)
     SELECT ${key(STORY, 'n')}, 'story-' || n, initcap(${word('n')}) || ' and ' || ${word('n / 5 + 3')} || ', part ' || n, 'en',
       ${at('n * 50')} + interval '2 days', ${key(VERSION, 'n')}, ${CLAIMS_A_STORY + 1}, ${key(PERSON, '32')}, ${at('n * 50')}, ${at('n * 50')}
     FROM generate_series(1, ${stories}) n`,
    `INSERT INTO version (id, story_id, number, text, sha256, blocks, created_by_id, created_at)
     SELECT ${key(VERSION, 'n')}, ${key(STORY, 'n')}, 1, body, encode(sha256(convert_to(body, 'UTF8')), 'hex'),
       json_build_array(json_build_object('kind', 'BODY', 'start', 0, 'end', length(body), 'excluded', false)),
       ${key(PERSON, '32')}, ${at('n * 50')}
     FROM generate_series(1, ${stories}) n,
     LATERAL (SELECT string_agg('It is said that ' || ${words('c')} || '.', ' ' ORDER BY c) AS body
              FROM generate_series((n - 1) * ${CLAIMS_A_STORY} + 1, least(n * ${CLAIMS_A_STORY}, ${claims})) c) text`,
    `INSERT INTO claim (id, story_id, number, exact, restatement, type, voice, priority, flags, state, finding, due_at,
       marked_by_id, assignee_id, checker_id, checked_at, checked_sha256, checker_ids, reviewer_id, reviewed_at,
       source_count, origin_count, created_at, updated_at)
     SELECT ${key(CLAIM, 'n')}, ${key(STORY, story('n'))}, (n - 1) % ${CLAIMS_A_STORY} + 1, ${words('n')},
       'In the ' || ${word('n / 2 + 5')} || ' matter, ' || ${words('n')},
       (ARRAY['NUMERIC','EVENT','STATEMENT','PLACE'])[1 + (n % 4)::int]::"ClaimType", 'OWN', 1 + (n % 3)::int,
       (CASE WHEN n % 9 = 0 THEN ARRAY['CENTRAL'] ELSE ARRAY[]::text[] END)::"Flag"[], s::"ClaimState",
       (CASE WHEN s IN ('READY', 'SIGNED_OFF') THEN 'VERIFIED' ELSE 'NONE' END)::"Finding",
       CASE WHEN n % 5 > 0 THEN ${at('n')} + interval '2 days' END, ${key(PERSON, '32')},
       CASE WHEN s <> 'MARKED' THEN ${checker('n')} END,
       CASE WHEN s IN ('READY', 'SIGNED_OFF') THEN ${checker('n')} END,
       CASE WHEN s IN ('READY', 'SIGNED_OFF') THEN ${at('n')} END,
       CASE WHEN s IN ('READY', 'SIGNED_OFF') THEN repeat('0', 64) END,
       CASE WHEN s IN ('READY', 'SIGNED_OFF') THEN ARRAY[${checker('n')}] ELSE ARRAY[]::uuid[] END,
       CASE WHEN s = 'SIGNED_OFF' THEN ${reviewer('n')} END, CASE WHEN s = 'SIGNED_OFF' THEN ${at('n')} END,
       2, 1 + (n % 2)::int, ${at('n')}, ${at('n')}
     FROM generate_series(1, ${claims}) n, LATERAL (SELECT ${state('n')} AS s) standing`,
    `INSERT INTO anchor (id, claim_id, version_id, exact, prefix, suffix, start, "end", created_at)
     SELECT ${key(ANCHOR, 'n')}, ${key(CLAIM, 'n')}, v.id, ${words('n')}, '', '', place - 1,
       place - 1 + length(${words('n')}), ${at('n')}
     FROM generate_series(1, ${claims}) n JOIN version v ON v.id = ${key(VERSION, story('n'))},
     LATERAL (SELECT strpos(v.text, 'that ' || ${words('n')}) + 5 AS place) found`,
    `INSERT INTO source (id, kind, title, publisher, url, retrieved_at, language, added_by_id, created_at)
     SELECT ${key(SOURCE, 'n')}, 'NEWS_REPORT', 'The ' || ${word('n')} || ' file ' || n, 'Outlet ' || n % 200,
       'https://outlet-' || n % 200 || '.example/' || n, ${at('n')}, 'en', ${checker('n')}, ${at('n')}
     FROM generate_series(1, ${sources}) n`,
    `INSERT INTO origin (id, label, key, created_at)
     SELECT ${key(ORIGIN, 'n')}, 'Statement ' || n, 'statement ' || n, ${at('n')} FROM generate_series(1, ${sources}) n`,
    `INSERT INTO evidence (id, claim_id, source_id, origin_id, stance, layer, proximity, excerpt, locator, retrieved_at,
       added_by_id, created_at, accepted_by_id, accepted_at)
     SELECT ${key(EVIDENCE, 'n')}, ${key(CLAIM, `(n - 1) % ${claims} + 1`)}, ${key(SOURCE, `n % ${sources} + 1`)},
       ${key(ORIGIN, `n % ${sources} + 1`)}, 'SUPPORTS', 'TRUE', 'SECONDARY',
       'The ' || ${word('n')} || ' report says so on its first page.', 'page ' || n % 90, ${at('n / 3')}, ${checker('n')},
       ${at('n / 3')}, ${checker('n')}, ${at('n / 3')}
     FROM generate_series(1, ${evidence}) n`,
    `INSERT INTO note (id, claim_id, kind, body, author_id, created_at)
     SELECT ${key(NOTE, 'n')}, ${key(CLAIM, `(n - 1) % ${claims} + 1`)}, 'CHECK_NOTE',
       'Rang the ' || ${word('n')} || ' office, who confirmed it.', ${checker('n')}, ${at('n / 3')}
     FROM generate_series(1, ${notes}) n`,
  ];
}
