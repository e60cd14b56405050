import { pool } from '../../database.js';
import { CSV_BATCH } from '../../statements.js';

const cell = (value) => {
  const text = value instanceof Date ? value.toISOString() : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function GET() {
  const encoder = new TextEncoder();
  let after = '00000000-0000-0000-0000-000000000000';
  const stream = new ReadableStream({
    async pull(controller) {
      const { rows } = await pool.query({ name: 'csv', text: CSV_BATCH, values: [after] });
      if (rows.length === 0) return controller.close();
      after = rows.at(-1).id;
      const lines = rows.map((row) => Object.values(row).map(cell).join(','));
      controller.enqueue(encoder.encode(`${lines.join('\r\n')}\r\n`));
    },
  });
  return new Response(stream, { headers: { 'content-type': 'text/csv' } });
}
