import { openApi } from '@/lib/api/openapi';
import { endpoint, publicRoute } from '@/lib/api/route';
import { ENDPOINTS } from '../endpoints';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: publicRoute(
    {
      summary: 'This description',
      answer: { status: 200, about: 'OpenAPI 3.1', shape: null },
    },
    async () => Response.json(description()),
  ),
});

let made: Record<string, unknown> | undefined;

/** Made once a process: it is the same for everybody. */
function description(): Record<string, unknown> {
  made ??= openApi({ ...ENDPOINTS, '/api/v1/openapi.json': { GET } });
  return made;
}
