'use client';

import { ButtonLink } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { editStory } from '@/lib/stories/actions';
import type { StoryDetails } from '@/lib/stories/queries';
import { type Person, StoryFields } from './story-fields';

/** Change what is known of a story; its text changes only by a new version. */
export function EditStoryForm({ story, writers, checkers }: Props) {
  return (
    <KeptForm action={editStory} keep={`story:${story.id}`} className="space-y-5">
      <input type="hidden" name="storyId" value={story.id} />
      <input type="hidden" name="version" value={story.version} />
      <Field
        label="Headline"
        name="headline"
        hint="What the desk calls the story. The words in the copy stay as they are."
      >
        <Input
          required
          maxLength={500}
          defaultValue={story.headline}
          autoComplete="off"
          size="tall"
          className="font-copy text-title! font-medium"
        />
      </Field>
      <StoryFields story={story} writers={writers} checkers={checkers} />
      <div className="flex gap-2 border-t border-rule pt-4">
        <SubmitButton variant="primary">Save</SubmitButton>
        <ButtonLink variant="quiet" href={`/stories/${story.id}`}>
          Cancel
        </ButtonLink>
      </div>
    </KeptForm>
  );
}

type Props = {
  story: Pick<
    StoryDetails,
    | 'id'
    | 'version'
    | 'headline'
    | 'dueAt'
    | 'author'
    | 'byline'
    | 'leadChecker'
    | 'risk'
    | 'scope'
    | 'scopeNote'
  >;
  writers: readonly Person[];
  checkers: readonly Person[];
};
