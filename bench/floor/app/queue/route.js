import { pool } from '../../database.js';
import { FIRST_PAGE, NEXT_PAGE } from '../../statements.js';

export async function GET(request) {
  const cursor = new URL(request.url).searchParams.get('cursor');
  const { rows } =
    cursor === null
      ? await pool.query({ name: 'first', text: FIRST_PAGE })
      : await pool.query({ name: 'next', text: NEXT_PAGE, values: cursor.split(',') });
  return Response.json({ items: rows.slice(0, 50), nextCursor: rows[49]?.cursor ?? null });
}
