import { HttpProblem } from '@/lib/api/problem';
import { readiness } from '@/lib/api/readiness';
import { publicRoute } from '@/lib/api/route';
import { HealthShape } from '@/lib/api/shapes';

// Asked now, every time: a build must not answer for the database.
export const dynamic = 'force-dynamic';

export const GET = publicRoute(
  {
    summary: 'Whether calls can be served: the database answers and has every migration',
    answer: { status: 200, about: 'It is ready', shape: HealthShape, problems: [503] },
  },
  async () => {
    const state = await readiness();
    if (!state.ready) throw new HttpProblem('fault', state.because, { status: 503 });
    return Response.json(
      { status: 'ready', migrations: state.migrations },
      { headers: { 'cache-control': 'no-store' } },
    );
  },
);
