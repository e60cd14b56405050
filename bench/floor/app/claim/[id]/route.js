import { pool } from '../../../database.js';
import { CLAIM } from '../../../statements.js';

export async function GET(_request, { params }) {
  const { id } = await params;
  const { rows } = await pool.query({ name: 'claim', text: CLAIM, values: [id] });
  return Response.json(rows[0] ?? null);
}
