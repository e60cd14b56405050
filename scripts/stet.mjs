/**
 * `npm run stet -- COMMAND`: finds the desk's database, or starts it for as long as the command
 * takes, and runs scripts/stet.ts. Says nothing of its own while all is well.
 */
import './setup/node-version.mjs';

const { runMain } = await import('./setup/unable.mjs');
const { runStetCommand } = await import('./setup/stet-command.mjs');

await runMain(() => runStetCommand(process.argv.slice(2)));
