import { presentVersion } from '@/lib/api/present-story';
import { endpoint, route } from '@/lib/api/route';
import { GetVersion } from '@/lib/api/schemas';
import { VersionShape } from '@/lib/api/story-shapes';
import { Refusal } from '@/lib/errors';
import { getVersion } from '@/lib/stories/queries';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'The text of one version, to the character, and its blocks',
    scope: 'read',
    input: GetVersion,
    path: { id: 'storyId', n: 'number' },
    answer: { about: 'The version', shape: VersionShape },
    async handle(ctx, { storyId, number }) {
      const version = await getVersion(ctx, storyId, number);
      if (version === null) throw new Refusal('not-found', `This story has no version ${number}.`);
      return { body: presentVersion(version) };
    },
  }),
});
