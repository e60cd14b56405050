/** Starts version-worker.ts where nobody has compiled it: under the tests and on the command line. */
import { register } from 'tsx/esm/api';

register();
await import('./version-worker.ts');
