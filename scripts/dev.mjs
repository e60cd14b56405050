/** `npm run dev`: the same desk, with Next rebuilding it as the sources change. */
import './setup/node-version.mjs';

const { runMain } = await import('./setup/unable.mjs');
const { runDesk } = await import('./setup/desk.mjs');

await runMain(() => runDesk('dev'));
