import { endpoint, notBuilt } from '@/lib/api/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: notBuilt(
    'Claims that Stet suggests to mark',
    'Suggestions are not built yet. Mark the claims by their quotes.',
    ['id'],
  ),
});
