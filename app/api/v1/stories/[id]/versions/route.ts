import { endpoint, notBuilt } from '@/lib/api/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: notBuilt(
    'Bring in a further version of a story',
    'Bringing in a further version of a story is not built yet. Bring the new text in as a story of its own.',
    ['id'],
  ),
});
