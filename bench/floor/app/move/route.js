import { createHash, randomUUID } from 'node:crypto';
import { pool } from '../../database.js';
import { APPEND, CHAIN_HEAD, forClaim, TAKE } from '../../statements.js';

export async function POST(request) {
  const { claimId, version, actorId } = await request.json();
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(forClaim(claimId));
    await client.query({ name: 'take', text: TAKE, values: [claimId, version, actorId] });
    const chain = rows[0].storyId;
    const head = await client.query({ name: 'head', text: CHAIN_HEAD, values: [chain] });
    const { length, head: previous } = head.rows[0];
    const hash = createHash('sha256').update(`${previous}${claimId}`).digest('hex');
    await client.query({
      name: 'append',
      text: APPEND,
      values: [randomUUID(), chain, length + 1, actorId, claimId, previous, hash],
    });
    await client.query('COMMIT');
    return Response.json({ ok: true });
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
