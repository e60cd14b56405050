/** `npm start`: everything from a fresh checkout to a desk in use. What is done already is not done again. */
import { runDesk } from './setup/desk.mjs';
import { runMain } from './setup/unable.mjs';

await runMain(() => runDesk('start'));
