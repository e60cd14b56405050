import { mayDo, whyNotDo } from './editorial-permissions';
import { type Role, SET_ASIDE_REASONS, type SetAsideReason } from './vocabulary';

export const SET_ASIDE_LABELS: Readonly<Record<SetAsideReason, string>> = {
  OPINION: 'Opinion',
  COMMON_KNOWLEDGE: 'Common knowledge',
  ON_AUTHOR: 'On author',
  SCENE: 'Scene',
};

/** What each reason says, in a sentence. */
export const SET_ASIDE_MEANINGS: Readonly<Record<SetAsideReason, string>> = {
  OPINION: 'A judgement that is marked as one: nothing to look up.',
  COMMON_KNOWLEDGE: 'Known to every reader, and not worth a source.',
  ON_AUTHOR: 'The writer saw or did it and vouches for it by name.',
  SCENE: 'Colour and description that no source could settle.',
};

/**
 * The reasons this person may set words of this story aside for; empty: none. Its author may vouch for words ("on
 * author") and nothing else: whether one's own sentence is an opinion is for somebody else to say (I8).
 */
export function setAsideReasonsFor(
  actor: { id: string; role: Role },
  storyAuthorId: string | null,
): readonly SetAsideReason[] {
  if (actor.id === storyAuthorId) return mayDo(actor.role, 'mark-claim') ? ['ON_AUTHOR'] : [];
  return mayDo(actor.role, 'set-aside') ? SET_ASIDE_REASONS : [];
}

/** Why this person may not set words aside for this reason, as a sentence; null: they may. */
export function whyNotSetAside(
  actor: { id: string; role: Role },
  storyAuthorId: string | null,
  reason: SetAsideReason,
): string | null {
  if (setAsideReasonsFor(actor, storyAuthorId).includes(reason)) return null;
  return actor.id === storyAuthorId
    ? 'You wrote this story: you may set words aside as “on author”, and somebody else decides the rest.'
    : whyNotDo('set-aside');
}

/** Why this person may not take back what `byId` set aside; null: they may. */
export function whyNotUndo(
  actor: { id: string; role: Role },
  storyAuthorId: string | null,
  byId: string,
): string | null {
  if (actor.id === byId) return null;
  if (actor.id === storyAuthorId)
    return 'Somebody else set these words of your story aside. Ask them, or an editor, to take it back.';
  return mayDo(actor.role, 'set-aside') ? null : whyNotDo('set-aside');
}
