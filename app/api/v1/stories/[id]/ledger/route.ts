import { endpoint, notBuilt } from '@/lib/api/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: notBuilt(
    'Sums and contradictions between the figures of a story',
    'The ledger of figures is not built yet. The figures stand with each claim, under “quantities”.',
    ['id'],
  ),
});
