import { record } from '@/lib/audit/record';
import { newApiToken, tokenHint } from '@/lib/auth/api-token';
import { SYSTEM_ACTOR } from '@/lib/auth/system-actor';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { inTransaction } from '@/lib/db/transaction';
import { DESK_CHAIN } from '@/lib/domain/audit-chain';
import { may, whyNot } from '@/lib/domain/desk-permissions';
import { Refusal } from '@/lib/errors';
import { sha256 } from '@/lib/sha256';
import type { CreateToken, RevokeToken } from '@/lib/tokens/schemas';

/** Make an API token that acts as oneself. The token is answered here and can never be read again. */
export const createToken = (
  ctx: Context,
  input: CreateToken,
): Promise<{ id: string; token: string }> => createTokenFor(ctx, ctx.actor.id, input);

/**
 * Make a token that acts as `userId`. Only for oneself or from the command line: an administrator who could make one
 * for an editor could sign off in the editor's name.
 */
export async function createTokenFor(
  ctx: Context,
  userId: string,
  { name, scope }: CreateToken,
): Promise<{ id: string; token: string }> {
  if (userId !== ctx.actor.id && ctx.actor.id !== SYSTEM_ACTOR.id)
    throw new Refusal('not-allowed', 'A token acts as its owner, so only they can make it.');
  const token = newApiToken();
  const id = newId();
  return inTransaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { name: true, disabledAt: true },
    });
    if (user === null) throw new Refusal('not-found', 'This person is not on the desk.');
    if (user.disabledAt !== null)
      throw new Refusal('rule', `${user.name} is disabled. Enable the account first.`);
    const hint = tokenHint(token);
    await tx.apiToken.create({
      data: { id, userId, name, scope, hint, tokenHash: sha256(token), createdAt: ctx.now },
      select: { id: true },
    });
    await record(tx, ctx, {
      chain: DESK_CHAIN,
      verb: 'token.created',
      subject: { type: 'token', id },
      before: null,
      after: { userId, name, scope, hint },
      versionSha: null,
    });
    return { id, token };
  });
}

/** Stop a token at once: one's own, or anybody's as an administrator. */
export function revokeToken(ctx: Context, { tokenId }: RevokeToken): Promise<void> {
  return inTransaction(async (tx) => {
    const token = await tx.apiToken.findUnique({
      where: { id: tokenId },
      select: { userId: true, name: true },
    });
    const isOwn = token?.userId === ctx.actor.id;
    const mayRevoke = may(ctx.actor.role, 'revoke-any-token');
    // To whoever may not revoke it, another's token and none at all look alike.
    if (token === null || (!isOwn && !mayRevoke))
      throw mayRevoke
        ? new Refusal('not-found', 'This token is not on the list any more.')
        : new Refusal('not-allowed', whyNot('revoke-any-token'));
    const revoked = await tx.apiToken.updateMany({
      where: { id: tokenId, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    if (revoked.count === 0) throw new Refusal('rule', 'This token was revoked already.');
    await record(tx, ctx, {
      chain: DESK_CHAIN,
      verb: 'token.revoked',
      subject: { type: 'token', id: tokenId },
      before: { revoked: false },
      after: { userId: token.userId, revoked: true },
      versionSha: null,
    });
  });
}
