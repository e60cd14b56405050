import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attach,
  COPY,
  change,
  claimIn,
  claimRow,
  makeMove,
  newStory,
  openStaffedDesk,
  type People,
  type TestStory,
  WORDS,
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import { writeNote } from '@/lib/notes/commands';
import { sha256 } from '@/lib/sha256';

/**
 * What Postgres holds by itself: every write here goes past the commands, as a slip in a console or a program gone
 * wrong would. Each is refused; beside it stands the rightful one that goes through.
 */

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
let client: pg.Client;
let story: TestStory;
let otherStory: TestStory;
/** One claim of the story in check and one signed off, each with evidence; and what hangs on them. */
let inCheck: string;
let signedOff: string;
let noteId: string;
let evidenceId: string;
let sourceId: string;

beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
  client = new pg.Client({ connectionString: desk.url });
  await client.connect();
  story = await newStory(people.reporter);
  otherStory = await newStory(people.reporter, { headline: 'Another night' });
  inCheck = await claimIn('IN_CHECK', story, people);
  evidenceId = await attach(people.checker, inCheck);
  signedOff = await claimIn('SIGNED_OFF', story, people);
  noteId = (await writeNote(people.checker, { claimId: inCheck, body: 'Rang the city.' })).id;
  sourceId = await one('SELECT source_id FROM evidence WHERE id = $1', [evidenceId]);
});
afterAll(async () => {
  await client.end();
  await desk.close();
});

/** The one value that the statement answers. */
async function one(sql: string, values: unknown[] = []): Promise<string> {
  const { rows } = await client.query({ text: sql, values, rowMode: 'array' });
  return String(rows[0]?.[0]);
}

/** Runs the statement and takes it back; answers null, or what Postgres said. */
async function tryOut(sql: string, values: unknown[] = []): Promise<string | null> {
  await client.query('BEGIN');
  try {
    await client.query(sql, values);
    return null;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return `${error.code} ${error.constraint ?? ''} ${error.message}`;
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Refused for breaking a rule (SQLSTATE class 23), and for the reason meant. */
async function refuses(because: RegExp, sql: string, values: unknown[] = []): Promise<void> {
  const refusal = await tryOut(sql, values);
  expect(refusal).toMatch(/^23/);
  expect(refusal).toMatch(because);
}

const allows = async (sql: string, values: unknown[] = []) =>
  expect(await tryOut(sql, values)).toBeNull();

describe('the record is append only', () => {
  it.each([
    ['a row is changed', "UPDATE audit_event SET actor_name = 'Nobody'"],
    ['a row is set to what it was', 'UPDATE audit_event SET verb = verb'],
    ['a row is deleted', 'DELETE FROM audit_event WHERE seq = 1'],
    ['all rows are deleted', 'DELETE FROM audit_event'],
    ['the table is emptied', 'TRUNCATE audit_event'],
    ['a chain’s head is deleted', 'DELETE FROM audit_chain'],
    ['the heads are emptied', 'TRUNCATE audit_chain'],
    ['a review is changed', "UPDATE review SET comment = 'fine'"],
    ['a review is deleted', 'DELETE FROM review'],
    ['the reviews are emptied', 'TRUNCATE review'],
  ])('when %s', async (_what, sql) => {
    await refuses(/the record is append only|a decision stays as it was taken/, sql);
  });

  it('a second row with the same number in its chain is refused', async () => {
    await refuses(
      /audit_event_chain_seq_key/,
      `INSERT INTO audit_event SELECT $1::uuid, chain, seq, at, actor_id, actor_name, verb, subject_type, subject_id,
         claim_id, before, after, version_sha256, prev_hash, hash FROM audit_event WHERE chain = $2 AND seq = 1`,
      [newId(), story.id],
    );
  });
});

describe('nothing is deleted', () => {
  it.each(['story', 'version', 'claim', 'anchor', 'evidence', 'note', 'source', '"user"'])(
    'from %s',
    async (table) => {
      await refuses(/is refused: /, `DELETE FROM ${table}`);
      await refuses(/is refused: /, `TRUNCATE ${table} CASCADE`);
    },
  );
});

describe('what was said stays as it was said', () => {
  it.each([
    ['version', 'text', "'Other words'"],
    ['version', 'sha256', "repeat('a', 64)"],
    ['version', 'number', '7'],
    ['version', 'created_at', 'now()'],
    ['note', 'body', "'Rang nobody.'"],
    ['note', 'kind', "'LEGAL'"],
    ['note', 'author_id', 'resolved_by_id'],
    ['claim', 'number', '99'],
    ['claim', 'story_id', 'story_id'],
    ['claim', 'marked_by_id', 'marked_by_id'],
  ])('%s.%s cannot be changed', async (table, column, value) => {
    await refuses(
      /a version is immutable|stays as it was written|keeps its place and number/,
      `UPDATE ${table} SET ${column} = ${value}`,
    );
  });

  it('a block of a version may be set aside, which changes no word', async () => {
    await allows("UPDATE version SET blocks = '[]'");
  });

  it('a query may be closed, by somebody', async () => {
    await allows('UPDATE note SET resolved_at = now(), resolved_by_id = $1', [
      people.checker.actor.id,
    ]);
    await refuses(/note_resolution_is_signed/, 'UPDATE note SET resolved_at = now()');
  });
});

describe('plain checks', () => {
  it.each<[string, RegExp, string]>([
    ['an address with capitals', /user_email/, 'UPDATE "user" SET email = \'Ana@desk.example\''],
    ['an address that is none', /user_email/, 'UPDATE "user" SET email = \'ana\''],
    ['a person without a name', /user_name/, 'UPDATE "user" SET name = \'  \''],
    ['a partial scope nobody explained', /story_partial/, "UPDATE story SET scope = 'PARTIAL'"],
    ['a priority of 4', /claim_priority/, 'UPDATE claim SET priority = 4'],
    ['fewer than no sources', /claim_counts/, 'UPDATE claim SET source_count = -1'],
    [
      'a claim in check by nobody',
      /claim_in_work/,
      "UPDATE claim SET state = 'IN_CHECK', assignee_id = NULL",
    ],
    [
      'a finding by nobody',
      /claim_finding_has/,
      'UPDATE claim SET checked_at = now(), checker_id = NULL',
    ],
    [
      'a finding on no text',
      /claim_finding_has/,
      'UPDATE claim SET checked_at = now(), checked_sha256 = NULL',
    ],
    ['our own words, said', /claim_own_voice/, "UPDATE claim SET said = 'VERBATIM'"],
    ['dropped from nowhere', /claim_dropped/, "UPDATE claim SET state = 'DROPPED'"],
    [
      'dropped from dropped',
      /claim_dropped/,
      "UPDATE claim SET state = 'DROPPED', dropped_from = 'DROPPED'",
    ],
    ['dropped, and in check', /claim_dropped/, "UPDATE claim SET dropped_from = 'MARKED'"],
    [
      'an anchor without words',
      /anchor_is_a_range|do not stand/,
      'UPDATE anchor SET "end" = start',
    ],
    ['an anchor before the text', /anchor_is_a_range|do not stand/, 'UPDATE anchor SET start = -1'],
    ['a source without a title', /source_title/, "UPDATE source SET title = ' '"],
    ['a source derived somehow', /source_derivation/, "UPDATE source SET derivation = 'COPIES'"],
    [
      'a source derived from itself',
      /source_does_not_derive/,
      "UPDATE source SET derived_from_id = id, derivation = 'COPIES'",
    ],
    [
      'evidence accepted by nobody',
      /evidence_acceptance/,
      'UPDATE evidence SET accepted_by_id = NULL',
    ],
    [
      'evidence removed without a reason',
      /evidence_removal/,
      'UPDATE evidence SET removed_at = now(), removed_by_id = added_by_id',
    ],
    [
      'evidence answered by nobody',
      /evidence_resolution/,
      "UPDATE evidence SET resolution = 'No.'",
    ],
  ])('%s is refused', async (_what, because, sql) => {
    await refuses(because, sql);
  });

  it('claims are counted from one, each number once a story', async () => {
    const sql = `INSERT INTO claim (id, story_id, number, exact, type, voice, marked_by_id, created_at, updated_at)
      SELECT $1, story_id, $2, exact, type, voice, marked_by_id, created_at, updated_at FROM claim WHERE id = $3`;
    await allows(sql, [newId(), 999, inCheck]);
    await refuses(/claim_number_is_positive/, sql, [newId(), 0, inCheck]);
    await refuses(/claim_story_id_number_key/, sql, [newId(), 1, inCheck]);
  });

  it('a badge is computed and never typed', async () => {
    expect(await tryOut("UPDATE claim SET status = 'VERIFIED'")).toMatch(/^428C9/);
  });

  it('a figure belongs to a claim or to evidence, not to both or neither', async () => {
    const sql = 'INSERT INTO quantity (id, claim_id, evidence_id) VALUES ($1, $2, $3)';
    await allows(sql, [newId(), inCheck, null]);
    await allows(sql, [newId(), null, evidenceId]);
    await refuses(/quantity_has_one_owner/, sql, [newId(), inCheck, evidenceId]);
    await refuses(/quantity_has_one_owner/, sql, [newId(), null, null]);
  });

  it('a link of the chain names somebody', async () => {
    const sql =
      "INSERT INTO attribution (id, claim_id, position, party, role) VALUES ($1, $2, 0, $3, 'SPEAKER')";
    await allows(sql, [newId(), inCheck, 'Air force']);
    await refuses(/attribution_names_a_party/, sql, [newId(), inCheck, ' ']);
  });

  it('a note says something', async () => {
    const sql =
      "INSERT INTO note (id, claim_id, thread_id, kind, body, author_id, created_at) VALUES ($1, $2, $3, 'REPLY', $4, $5, now())";
    const author = people.checker.actor.id;
    await allows(sql, [newId(), inCheck, noteId, 'Yes.', author]);
    await refuses(/note_says_something/, sql, [newId(), inCheck, noteId, '  ', author]);
  });

  it('a reply stands in a thread of its own claim', async () => {
    await refuses(
      /note_thread_is_of_the_same_claim/,
      "INSERT INTO note (id, claim_id, thread_id, kind, body, author_id, created_at) VALUES ($1, $2, $3, 'REPLY', 'Yes.', $4, now())",
      [newId(), signedOff, noteId, people.checker.actor.id],
    );
  });
});

describe('a version is what its hash says', () => {
  const insert =
    "INSERT INTO version (id, story_id, number, text, sha256, blocks, created_by_id, created_at) VALUES ($1, $2, $3, $4, $5, '[]', $6, now())";
  const values = (text: string, hash: string, number = 2) => [
    newId(),
    story.id,
    number,
    text,
    hash,
    people.editor.actor.id,
  ];

  it('in UTF-8, emoji and Cyrillic included', async () => {
    const text = 'Київ 🙂 “18 of 24”\r\n';
    await allows(insert, values(text, sha256(text)));
    await refuses(/version_hash/, insert, values(text, sha256(`${text} `)));
    await refuses(/version_hash/, insert, values(text, sha256(text).toUpperCase()));
  });

  it('numbers go up from one, once a story', async () => {
    await refuses(/version_number/, insert, values('x', sha256('x'), 0));
    await refuses(/version_story_id_number_key/, insert, values('x', sha256('x'), 1));
  });

  it('a story’s current version is its own', async () => {
    await refuses(
      /story_current_version/,
      'UPDATE story SET current_version_id = $1 WHERE id = $2',
      [otherStory.versionId, story.id],
    );
  });
});

describe('an anchor’s exact words stand in its version, at its place (I1)', () => {
  const insert =
    'INSERT INTO anchor (id, claim_id, version_id, exact, prefix, suffix, start, "end", state, created_at) ' +
    "VALUES ($1, $2, $3, $4, '', '', $5, $6, $7, now())";
  /** On a version of its own, so that each claim's one anchor a version is free. */
  async function anchor(
    text: string,
    exact: string,
    start: number | null,
    end: number | null,
    state = 'ATTACHED',
  ): Promise<string | null> {
    await client.query('BEGIN');
    try {
      const versionId = newId();
      await client.query(
        "INSERT INTO version (id, story_id, number, text, sha256, blocks, created_by_id, created_at) VALUES ($1, $2, 9, $3, $4, '[]', $5, now())",
        [versionId, story.id, text, sha256(text), people.editor.actor.id],
      );
      await client.query(insert, [newId(), inCheck, versionId, exact, start, end, state]);
      return null;
    } catch (error) {
      return error instanceof pg.DatabaseError ? `${error.code} ${error.message}` : String(error);
    } finally {
      await client.query('ROLLBACK');
    }
  }

  const at = (text: string, exact: string): [string, string, number, number] => {
    const start = text.indexOf(exact);
    return [text, exact, start, start + exact.length];
  };

  it.each([
    ['plain words', ...at('18 of 24 drones', '18 of 24')],
    ['the first words', ...at('18 of 24', '18')],
    ['the last words', ...at('18 of 24', '24')],
    ['the whole text', ...at('18 of 24', '18 of 24')],
    ['words with no-break spaces', ...at('at 2:30 a.m. on Wednesday', '2:30 a.m.')],
    ['words after an emoji', ...at('🙂 18 of 24', '18 of 24')],
    ['words around an emoji', ...at('a 🙂 b', 'a 🙂 b')],
    ['an emoji alone', ...at('a 🙂 b', '🙂')],
    [
      'words between many emoji',
      ...at(`${'👩‍👩‍👧 '.repeat(40)}18 of 24 ${'🙂'.repeat(9)}`, '18 of 24'),
    ],
    ['a combined letter', ...at('cafe\u0301 18', 'cafe\u0301')],
    ['words over a line end', ...at('one\r\ntwo', 'e\r\nt')],
    ['Cyrillic words after an emoji', ...at('🙂 Київ вистояв', 'Київ')],
  ])('%s', async (_what, text, exact, start, end) => {
    expect(await anchor(text, exact, start, end)).toBeNull();
  });

  it.each([
    ['other words', '18 of 24 drones', '12 of 15', 0, 8],
    ['one character too far', '18 of 24 drones', '18 of 24', 1, 9],
    ['one character too short', '18 of 24 drones', '18 of 24', 0, 7],
    ['another case', 'Kyiv', 'kyiv', 0, 4],
    ['a plain space for a no-break space', '2:30\u00a0a.m.', '2:30 a.m.', 0, 9],
    ['past the end of the text', '18 of 24', '18 of 24 drones', 0, 15],
    ['code points instead of UTF-16 units after an emoji', '🙂 18 of 24', '18 of 24', 2, 10],
    ['past the end, though nothing stands there', '18 of 24', '18 of 24', 0, 15],
    ['past the end after an emoji', '🙂 18', '18', 3, 6],
    ['half of an emoji', 'a 🙂 b', '🙂', 2, 3],
    ['from the middle of an emoji', '🙂18', '18', 1, 4],
  ])('not %s', async (_what, text, exact, start, end) => {
    expect(await anchor(text, exact, start, end)).toMatch(/^23000 .*do not stand in its version/);
  });

  it('words that were lost, or stand twice, have no place; changed words stand as they are now', async () => {
    for (const state of ['LOST', 'AMBIGUOUS']) {
      expect(await anchor('8 of 24 drones', '18 of 24', null, null, state)).toBeNull();
      expect(await anchor('18 of 24 drones', '18 of 24', 0, 8, state)).toMatch(/place_or_none/);
    }
    expect(await anchor('8 of 24 drones', '8 of 24', 0, 7, 'CHANGED')).toBeNull();
    expect(await anchor('8 of 24 drones', '18 of 24', 0, 8, 'CHANGED')).toMatch(/do not stand/);
    expect(await anchor('18 of 24 drones', '18 of 24', null, null)).toMatch(/place_or_none/);
  });

  it('an anchor that stands cannot be shifted or reworded', async () => {
    const row = 'WHERE claim_id = $1';
    await refuses(/do not stand/, `UPDATE anchor SET start = start + 1 ${row}`, [inCheck]);
    await refuses(/do not stand/, `UPDATE anchor SET exact = '8 of the 24 drones' ${row}`, [
      inCheck,
    ]);
  });

  it('a claim is not tied to another story’s text', async () => {
    const start = COPY.indexOf(WORDS);
    const values = [WORDS, start, start + WORDS.length, 'ATTACHED'];
    await refuses(/another story's version/, insert, [
      newId(),
      inCheck,
      otherStory.versionId,
      ...values,
    ]);
  });
});

describe('two people (I8), whatever the program above does', () => {
  const id = (who: keyof People) => people[who].actor.id;

  it('the story’s author cannot have, check or sign off a claim', async () => {
    for (const change of [
      'assignee_id = $1',
      'checker_ids = ARRAY[$1]::uuid[]',
      'reviewer_id = $1',
    ])
      await refuses(
        /the author of a story cannot check or sign off/,
        `UPDATE claim SET ${change} WHERE id = '${inCheck}'`,
        [id('reporter')],
      );
  });

  it('only with the single-person mark, which shows everywhere', async () => {
    await allows('UPDATE claim SET assignee_id = $1, single_person = true WHERE id = $2', [
      id('reporter'),
      inCheck,
    ]);
  });

  it('the mark cannot be wiped off afterwards', async () => {
    await refuses(
      /the author of a story cannot check or sign off/,
      `WITH marked AS (SELECT 1) UPDATE claim SET assignee_id = $1, single_person = false WHERE id = $2`,
      [id('reporter'), inCheck],
    );
  });

  it('whoever checked does not review', async () => {
    await refuses(
      /claim_reviewer_did_not_check|no approving review/,
      'UPDATE claim SET reviewer_id = checker_id WHERE id = $1',
      [signedOff],
    );
    await refuses(
      /claim_reviewer_did_not_check/,
      'UPDATE claim SET checker_ids = checker_ids || reviewer_id WHERE id = $1',
      [signedOff],
    );
  });

  it('whoever checked or signed off does not become the author', async () => {
    for (const who of ['checker', 'editor'] as const)
      await refuses(/cannot become its author/, 'UPDATE story SET author_id = $1 WHERE id = $2', [
        id(who),
        story.id,
      ]);
    await allows('UPDATE story SET author_id = $1 WHERE id = $2', [id('second'), story.id]);
  });

  it('nobody takes a claim in the moment in which they become the author', async () => {
    const marked = await claimIn('MARKED', story, people);
    const other = new pg.Client({ connectionString: desk.url });
    await other.connect();
    try {
      await client.query('BEGIN');
      await client.query('UPDATE story SET author_id = $1 WHERE id = $2', [id('second'), story.id]);
      const taking = other
        .query("UPDATE claim SET state = 'IN_CHECK', assignee_id = $1 WHERE id = $2", [
          id('second'),
          marked,
        ])
        .then(() => 'taken', String);
      await client.query('SELECT pg_sleep(0.2)');
      await client.query('COMMIT');
      expect(await taking).toMatch(/the author of a story cannot check or sign off/);
    } finally {
      await client.query('UPDATE story SET author_id = $1 WHERE id = $2', [
        id('reporter'),
        story.id,
      ]);
      await other.end();
    }
  });
});

describe('a sign-off stands on a review and on evidence (I2, I8, I13)', () => {
  /** As a slip in a console would sign it off, past every command. */
  const SIGN_OFF =
    "UPDATE claim SET state = 'SIGNED_OFF', reviewer_id = $1, reviewed_at = now() WHERE id = $2";
  const review = (claimId: string, but: Record<string, unknown> = {}) => ({
    id: newId(),
    claim_id: claimId,
    version_id: story.versionId,
    sha256: story.sha256,
    exact: WORDS,
    decision: 'APPROVE',
    finding: 'VERIFIED',
    said: 'NONE',
    reviewer_id: people.editor.actor.id,
    at: new Date(),
    ...but,
  });

  /** Signs off past the commands, after the reviews and changes given; answers what Postgres says. */
  async function signOff(
    claimId: string,
    reviews: Record<string, unknown>[],
    before: [string, unknown[]][] = [],
  ): Promise<string | null> {
    await client.query('BEGIN');
    try {
      for (const [sql, values] of before) await client.query(sql, values);
      for (const row of reviews) {
        const columns = Object.keys(row);
        await client.query(
          `INSERT INTO review (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
          Object.values(row),
        );
      }
      await client.query(SIGN_OFF, [people.editor.actor.id, claimId]);
      return null;
    } catch (error) {
      return error instanceof pg.DatabaseError
        ? `${error.code} ${error.constraint ?? ''} ${error.message}`
        : String(error);
    } finally {
      await client.query('ROLLBACK');
    }
  }

  let ready: string;
  beforeAll(async () => {
    ready = await claimIn('READY', story, people);
  });

  it('goes through with an approving review of these words', async () => {
    expect(await signOff(ready, [review(ready)])).toBeNull();
  });

  it.each<[string, Record<string, unknown>]>([
    ['that returns it', { decision: 'RETURN' }],
    ['of other words', { exact: '8 of the 24 drones' }],
    ['of another finding', { finding: 'DISPUTED' }],
    ['of another answer to “was it said?”', { said: 'VERBATIM' }],
  ])('not with a review %s', async (_what, but) => {
    expect(await signOff(ready, [review(ready, but)])).toMatch(
      /no approving review of these words/,
    );
  });

  it('not with a review by somebody else, of another claim, or of another text', async () => {
    for (const but of [
      { reviewer_id: people.second.actor.id },
      { claim_id: inCheck },
      { version_id: otherStory.versionId },
    ])
      expect(await signOff(ready, [review(ready, but)])).toMatch(/no approving review/);
  });

  it('not without any review', async () => {
    expect(await signOff(ready, [])).toMatch(/no approving review of these words/);
  });

  it.each<[string, RegExp, string]>([
    ['a finding', /claim_signed_off_is_complete/, "finding = 'NONE'"],
    [
      'an answer to “was it said?” where it is asked',
      /claim_signed_off_is_complete/,
      "voice = 'ATTRIBUTED'",
    ],
    ['anybody who checked it', /claim_signed_off_is_complete/, "checker_ids = '{}'"],
    ['the time of the check', /claim_signed_off_is_complete/, 'checked_at = NULL'],
  ])('not without %s', async (_what, because, blank) => {
    const finding = blank === "finding = 'NONE'" ? { finding: 'NONE' } : {};
    expect(
      await signOff(
        ready,
        [review(ready, finding)],
        [[`UPDATE claim SET ${blank} WHERE id = $1`, [ready]]],
      ),
    ).toMatch(because);
  });

  it.each<[string, string]>([
    ['that was removed', "removed_at = now(), removed_by_id = added_by_id, removed_reason = 'x'"],
    ['that nobody accepted', 'accepted_at = NULL, accepted_by_id = NULL'],
    ['without its words', 'excerpt = NULL'],
    ['without their place', 'locator = NULL'],
    ['that supports it in part', "stance = 'SUPPORTS_PART'"],
  ])('verified, not on evidence %s', async (_what, spoilt) => {
    expect(
      await signOff(
        ready,
        [review(ready)],
        [[`UPDATE evidence SET ${spoilt} WHERE claim_id = $1`, [ready]]],
      ),
    ).toMatch(/is verified by nothing/);
  });

  const AGAINST =
    'INSERT INTO evidence (id, claim_id, source_id, stance, retrieved_at, added_by_id, created_at) ' +
    "VALUES ($1, $2, $3, 'REFUTES', now(), $4, now())";

  it('verified, not while evidence against it is unresolved', async () => {
    const against: [string, unknown[]] = [
      AGAINST,
      [newId(), ready, sourceId, people.second.actor.id],
    ];
    expect(await signOff(ready, [review(ready)], [against])).toMatch(/unresolved evidence against/);
    const inPart: [string, unknown[]] = [
      "UPDATE evidence SET stance = 'REFUTES_PART' WHERE claim_id = $1 AND stance = 'REFUTES'",
      [ready],
    ];
    expect(await signOff(ready, [review(ready)], [against, inPart])).toMatch(
      /unresolved evidence against/,
    );
    const resolved: [string, unknown[]] = [
      "UPDATE evidence SET resolved_at = now(), resolved_by_id = added_by_id, resolution = 'Older.' WHERE claim_id = $1 AND stance = 'REFUTES'",
      [ready],
    ];
    expect(await signOff(ready, [review(ready)], [against, resolved])).toBeNull();
  });

  it('verified, not on our own text or what derives from it (I4)', async () => {
    const own = (storyId: string): [string, unknown[]] => [
      'UPDATE source SET own_story_id = $1 WHERE id IN (SELECT source_id FROM evidence WHERE claim_id = $2)',
      [storyId, ready],
    ];
    const parent = newId();
    const derived: [string, unknown[]][] = [
      [
        "INSERT INTO source (id, kind, title, retrieved_at, own_story_id, added_by_id, created_at) VALUES ($1, 'NEWS_REPORT', 'Our live page', now(), $2, $3, now())",
        [parent, story.id, people.second.actor.id],
      ],
      [
        "UPDATE source SET derived_from_id = $1, derivation = 'REWRITES' WHERE id IN (SELECT source_id FROM evidence WHERE claim_id = $2)",
        [parent, ready],
      ],
    ];
    expect(await signOff(ready, [review(ready)], [own(story.id)])).toMatch(/verified by nothing/);
    expect(await signOff(ready, [review(ready)], derived)).toMatch(/verified by nothing/);
    expect(await signOff(ready, [review(ready)], [own(otherStory.id)])).toBeNull();
  });

  it('once signed off, its finding and words cannot be swapped', async () => {
    for (const swap of ["finding = 'INCORRECT'", "exact = '8 of the 24 drones'"])
      await refuses(
        /no approving review of these words/,
        `UPDATE claim SET ${swap} WHERE id = $1`,
        [signedOff],
      );
    await refuses(
      /no approving review|claim_reviewer/,
      'UPDATE claim SET reviewer_id = $1 WHERE id = $2',
      [people.second.actor.id, signedOff],
    );
  });

  it('a claim cannot be brought in signed off', async () => {
    const columns =
      'voice, type, state, finding, assignee_id, checker_id, checked_at, checked_sha256, checker_ids, reviewer_id, reviewed_at, created_at, updated_at';
    await refuses(
      /no approving review/,
      `INSERT INTO claim (id, story_id, number, exact, marked_by_id, ${columns})
       SELECT $1, story_id, 999, exact, marked_by_id, ${columns} FROM claim WHERE id = $2`,
      [newId(), signedOff],
    );
  });
});

describe('the commands themselves never meet a guard', () => {
  it('a claim goes all the way round and leaves its reviews behind', async () => {
    const { checker, editor, second } = people;
    const claimId = await claimIn('REOPENED', story, people);
    await makeMove(second, claimId, 'take');
    await change(second, claimId, { suggestedWording: WORDS });
    await makeMove(second, claimId, 'find', { finding: 'VERIFIED_AFTER_CHANGE' });
    await makeMove(second, claimId, 'submit');
    await makeMove(editor, claimId, 'return', { reason: 'Name the hour.' });
    await makeMove(second, claimId, 'submit');
    await makeMove(checker, claimId, 'sign-off');
    expect(await claimRow(claimId)).toMatchObject({
      state: 'SIGNED_OFF',
      status: 'VERIFIED_AFTER_CHANGE',
      reviewerId: checker.actor.id,
      checkerIds: [second.actor.id],
    });
    expect(await one('SELECT count(*) FROM review WHERE claim_id = $1', [claimId])).toBe('3');
  });
});
