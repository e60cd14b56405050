import { pool } from '../../database.js';
import { search } from '../../statements.js';

export async function GET() {
  const { rows } = await pool.query(search);
  return Response.json({ items: rows.slice(0, 50) });
}
