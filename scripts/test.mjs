/**
 * `npm test`: lint, types, unit, database and browser tests, with all their set-up, beside a desk
 * that may be in use.
 *
 *   npm test                                  everything
 *   npm test -- --only unit,db                some of lint, types, unit, db, e2e
 *   npm test -- lib/domain/ledger.test.ts     the test files whose path contains this
 */
import './setup/node-version.mjs';

const { runMain } = await import('./setup/unable.mjs');
const { runTests } = await import('./setup/test-run.mjs');

await runMain(() => runTests(process.argv.slice(2)));
