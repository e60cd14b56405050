import { endpoint, notBuilt } from '@/lib/api/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: notBuilt(
    'Claims of other stories that say the same',
    'Finding claims that are alike is not built yet. Search for their words: GET /api/v1/claims?q=…',
    ['id'],
  ),
});
