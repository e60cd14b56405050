import { pool } from '../../database.js';
import { deep, first } from '../../statements.js';

export async function GET(request) {
  const isDeep = new URL(request.url).searchParams.has('deep');
  const { rows } = await pool.query(isDeep ? deep : first);
  return Response.json({ items: rows.slice(0, 50), nextCursor: rows[49]?.cursor ?? null });
}
