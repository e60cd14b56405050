import { publicRoute } from '@/lib/api/route';
import { HealthShape } from '@/lib/api/shapes';

// Asked now, every time: a build must not answer for the process.
export const dynamic = 'force-dynamic';

export const GET = publicRoute(
  {
    summary: 'Whether the process is up',
    answer: { status: 200, about: 'It is up', shape: HealthShape },
  },
  async () => Response.json({ status: 'up' }, { headers: { 'cache-control': 'no-store' } }),
);
