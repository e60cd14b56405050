import { presentAdded, presentVersionRow } from '@/lib/api/present-story';
import { endpoint, route } from '@/lib/api/route';
import { ListVersions } from '@/lib/api/schemas';
import { AddedVersionShape, VersionPageShape } from '@/lib/api/story-shapes';
import { addVersion } from '@/lib/stories/add-version';
import { AddVersion } from '@/lib/stories/schemas';
import { listVersions } from '@/lib/stories/versions';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'The versions of a story without their text, the newest first',
    scope: 'read',
    input: ListVersions,
    path: { id: 'storyId' },
    answer: { about: 'A page of versions', shape: VersionPageShape },
    async handle(ctx, { storyId, limit, cursor = null }) {
      const { versions, nextCursor } = await listVersions(ctx, { storyId, limit, cursor });
      return { body: { items: versions.map(presentVersionRow), nextCursor } };
    },
  }),
  POST: route({
    summary: 'Bring in a further version of a story; every claim is found again in it',
    scope: 'write',
    input: AddVersion,
    path: { id: 'storyId' },
    answer: {
      status: 201,
      about: 'The version, and where each claim stands in it',
      shape: AddedVersionShape,
    },
    async handle(ctx, input) {
      const added = await addVersion(ctx, input);
      return {
        body: presentAdded(added),
        location: `/api/v1/stories/${input.storyId}/versions/${added.number}`,
      };
    },
  }),
});
