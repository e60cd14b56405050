import { currentContext } from '@/lib/auth/current-user';
import { listClaims } from '@/lib/claims/list-claims';

/** Fifty claims in plain cells, in the desk's own frame: what the queue is measured against (bench/run.mjs). */
export default async function BareQueuePage() {
  const ctx = await currentContext();
  const { claims } = await listClaims(ctx, {
    filter: {},
    sort: 'due',
    descending: false,
    limit: 50,
    cursor: null,
  });
  return (
    <table>
      <tbody>
        {claims.map((claim) => (
          <tr key={claim.id}>
            <td>{claim.number}</td>
            <td>{claim.exact}</td>
            <td>{claim.storyHeadline}</td>
            <td>{claim.type}</td>
            <td>{claim.status}</td>
            <td>{`${claim.sourceCount} sources, ${claim.originCount} origins`}</td>
            <td>{claim.flags.join(', ')}</td>
            <td>{claim.assigneeName}</td>
            <td>{claim.dueAt?.toISOString()}</td>
            <td>{claim.updatedAt.toISOString()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
