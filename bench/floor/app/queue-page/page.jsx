import { pool } from '../../database.js';
import { first } from '../../statements.js';

export const dynamic = 'force-dynamic';

/** Fifty rows of ten plain cells: the least a page of the queue can be. */
export default async function QueuePage() {
  const { rows } = await pool.query(first);
  return (
    <table>
      <tbody>
        {rows.slice(0, 50).map((row) => (
          <tr key={row.id}>
            <td>{row.number}</td>
            <td>{row.exact}</td>
            <td>{row.storyHeadline}</td>
            <td>{row.type}</td>
            <td>{row.status}</td>
            <td>{`${row.sourceCount} sources, ${row.originCount} origins`}</td>
            <td>{row.flags.join(', ')}</td>
            <td>{row.assigneeName}</td>
            <td>{row.dueAt?.toISOString()}</td>
            <td>{row.updatedAt.toISOString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
