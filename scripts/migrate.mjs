/** Applies prisma/migrations to DATABASE_URL: for a database that Stet does not run itself. */
import { applyMigrations } from './setup/migrations.mjs';
import { say } from './setup/step.mjs';
import { runMain, Unable } from './setup/unable.mjs';

await runMain(async () => {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Unable('Set DATABASE_URL to the database that is to be migrated.');
  const applied = await applyMigrations(url);
  say(applied.length === 0 ? 'No migration was due.' : `Applied ${applied.join(', ')}.`);
});
