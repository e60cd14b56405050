import { pool } from '../../database.js';
import { SEARCH } from '../../statements.js';

export async function GET(request) {
  const words = (new URL(request.url).searchParams.get('q') ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const query = `${words.map((word) => `'${word}'`).join(' & ')}:*`;
  const { rows } = await pool.query({ name: 'search', text: SEARCH, values: [query] });
  return Response.json({ items: rows.slice(0, 50) });
}
