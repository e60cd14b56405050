/** `npm start`: everything from a fresh checkout to a desk in use. What is done already is not done again. */
import './setup/node-version.mjs';

const { runMain } = await import('./setup/unable.mjs');
const { runDesk } = await import('./setup/desk.mjs');

await runMain(() => runDesk('start'));
