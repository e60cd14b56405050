import { endpoint, notBuilt } from '@/lib/api/route';

const SENTENCE =
  'Snapshots of sources are not built yet. Keep the page yourself and write its words and its place into the evidence.';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: notBuilt('Kept copies of a source', SENTENCE, ['id']),
  POST: notBuilt('Keep a copy of a source', SENTENCE, ['id']),
});
