import { requirePermission } from '@/lib/auth/permission';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';

const SHOWN = {
  id: true,
  name: true,
  hint: true,
  scope: true,
  createdAt: true,
  lastUsedAt: true,
  revokedAt: true,
  user: { select: { id: true, name: true, disabledAt: true } },
} as const;

/** One's own API tokens, the newest first, revoked ones included. Never the token itself: it is not kept. */
export const listTokens = (ctx: Context) =>
  database().apiToken.findMany({
    where: { userId: ctx.actor.id },
    orderBy: { id: 'desc' },
    select: SHOWN,
  });

/** The API tokens of everybody else that still work. For administrators. */
export async function listTokensOfOthers(ctx: Context) {
  requirePermission(ctx, 'see-every-token');
  return database().apiToken.findMany({
    where: { userId: { not: ctx.actor.id }, revokedAt: null, user: { disabledAt: null } },
    orderBy: { id: 'desc' },
    select: SHOWN,
  });
}

export type ListedToken = Awaited<ReturnType<typeof listTokens>>[number];
