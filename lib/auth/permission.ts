import type { Context } from '@/lib/context';
import { type DeskAction, may, whyNot } from '@/lib/domain/desk-permissions';
import { Refusal } from '@/lib/errors';

/** Throws the refusal, with whom to ask, unless the person's role may do `action`. */
export function requirePermission(ctx: Context, action: DeskAction): void {
  if (!may(ctx.actor.role, action)) throw new Refusal('not-allowed', whyNot(action));
}
