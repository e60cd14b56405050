import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** A bare Next app over the same database: what the framework and the statements cost before any of our code. */
export default {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ['pg'],
  turbopack: { root: join(here, '..', '..') },
  agentRules: false,
  experimental: { agentUpgrade: false },
};
