import type { Role } from '@/lib/domain/vocabulary';

export type Actor = { id: string; name: string; email: string; role: Role };

/** Who is asking, and when. Every query and command takes one first, so there is no way in without it. */
export type Context = { actor: Actor; now: Date };
