import { HttpProblem } from '@/lib/api/problem';
import { publicRoute } from '@/lib/api/route';

const nothingHere = publicRoute(
  { summary: 'No such address', answer: { status: 404, about: 'Nothing here', shape: null } },
  async () => {
    throw new HttpProblem(
      'not-found',
      'The API has nothing at this address. All its calls are listed at /api/v1/openapi.json.',
    );
  },
);

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
