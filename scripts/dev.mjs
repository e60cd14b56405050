/** `npm run dev`: the same desk, with Next rebuilding it as the sources change. */
import { runDesk } from './setup/desk.mjs';
import { runMain } from './setup/unable.mjs';

await runMain(() => runDesk('dev'));
