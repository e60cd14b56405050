import { endpoint, notBuilt } from '@/lib/api/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: notBuilt(
    'Which words of a claim its evidence supports',
    'Support word by word is not built yet. Compare the claim with the excerpts of its evidence.',
    ['id'],
  ),
});
