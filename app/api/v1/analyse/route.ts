import { endpoint, notBuilt } from '@/lib/api/route';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: notBuilt(
    'Sentences, suggestions, quantities and attributions of a text, nothing stored',
    'Analysing a text is not built yet. Bring it in as a story and mark its claims.',
  ),
});
