import { RevokeTokenForm } from '@/components/settings/revoke-token-form';
import { Time } from '@/components/ui/time';
import { TOKEN_SCOPE_LABELS } from '@/lib/domain/labels';
import type { ListedToken } from '@/lib/tokens/queries';
import { TableFrame } from './table-frame';
import { CELL, HEAD, TABLE } from './table-look';

/** API tokens, with a way to revoke those that work. */
export function TokenTable({ label, tokens, withOwner = false }: Props) {
  return (
    <TableFrame label={label}>
      <table className={TABLE} aria-label={label}>
        <thead className={HEAD}>
          <tr>
            <th scope="col">Name</th>
            {withOwner && <th scope="col">Acts as</th>}
            <th scope="col">Begins with</th>
            <th scope="col">It may</th>
            <th scope="col">Made</th>
            <th scope="col">Last used</th>
            <th scope="col">
              <span className="sr-only">Revoke</span>
            </th>
          </tr>
        </thead>
        <tbody className={CELL}>
          {tokens.map((token) => (
            <tr key={token.id} className={token.revokedAt === null ? '' : 'text-ink-3'}>
              <th scope="row" className="font-medium">
                <bdi>{token.name}</bdi>
              </th>
              {withOwner && (
                <td>
                  <bdi>{token.user.name}</bdi>
                </td>
              )}
              <td className="font-mono">{token.hint}…</td>
              <td>{TOKEN_SCOPE_LABELS[token.scope]}</td>
              <td>
                <Time at={token.createdAt} form="day" />
              </td>
              <td>
                {token.lastUsedAt === null ? (
                  'Never'
                ) : (
                  <Time at={token.lastUsedAt} form="relative" />
                )}
              </td>
              <td>
                {token.revokedAt === null ? (
                  <RevokeTokenForm tokenId={token.id} name={token.name} />
                ) : (
                  <>
                    Revoked <Time at={token.revokedAt} form="day" />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

type Props = { label: string; tokens: readonly ListedToken[]; withOwner?: boolean };
