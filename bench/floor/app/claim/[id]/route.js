import { pool } from '../../../database.js';
import { forClaim } from '../../../statements.js';

export async function GET(_request, { params }) {
  const { id } = await params;
  const { rows } = await pool.query(forClaim(id));
  return Response.json(rows[0] ?? null);
}
