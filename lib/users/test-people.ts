import { SYSTEM_ACTOR } from '@/lib/auth/system-actor';
import type { Context } from '@/lib/context';
import { disconnect } from '@/lib/db/client';
import { type TestDatabase, testDatabase } from '@/lib/db/test-database';
import type { Role } from '@/lib/domain/vocabulary';
import { addUser } from '@/lib/users/commands';

/** For tests: an empty desk that `lib/db/client.ts` connects to. Call `close` in `afterAll`. */
export async function openTestDesk(): Promise<
  TestDatabase & { reconnect: () => Promise<void>; close: () => Promise<void> }
> {
  const test = await testDatabase();
  process.env['DATABASE_URL'] = test.url;
  return {
    ...test,
    /** As after a restart: nothing is left of the process's own memory of the database. */
    reconnect: disconnect,
    async close() {
      await disconnect();
      await test.drop();
    },
  };
}

export const TEST_PASSWORD = 'kettle fjord paragraph 92';

export const asSystem = (now = new Date()): Context => ({ actor: SYSTEM_ACTOR, now });

/** For tests: a person on the desk, added as the command line does, with TEST_PASSWORD. */
export async function person(
  role: Role,
  name: string,
): Promise<Context & { email: string; password: string }> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@desk.example`;
  const now = new Date();
  const { id } = await addUser(asSystem(now), { email, name, role, password: TEST_PASSWORD });
  return { actor: { id, name, email, role }, now, email, password: TEST_PASSWORD };
}
