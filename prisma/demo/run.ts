import { readFile } from 'node:fs/promises';
import { SYSTEM_ACTOR } from '@/lib/auth/system-actor';
import { editClaim, markClaim } from '@/lib/claims/commands';
import { moveClaim } from '@/lib/claims/move-claim';
import type { Actor, Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import {
  acceptEvidence,
  attachEvidence,
  removeEvidence,
  resolveEvidence,
} from '@/lib/evidence/commands';
import { resolveNote, writeNote } from '@/lib/notes/commands';
import { addSource } from '@/lib/sources/commands';
import { importStory } from '@/lib/stories/commands';
import { addUser } from '@/lib/users/commands';
import { DEMO_PASSWORD, DEMO_PEOPLE, type Who } from './people';
import type { DemoClaim, DemoStory, Step } from './script';

const MINUTE = 60_000;
const USUAL_PAUSE = 3;

/** Something a person does at a time; steps of all stories are done in the order of their times. */
type Happening = { at: number; run: (now: Date) => Promise<void> };

/** What a story has so far, by the names its script uses. */
type Scene = {
  story: DemoStory;
  copy: string;
  storyId: string;
  sourceIds: Map<string, string>;
  contextOf: (who: Who, now: Date) => Context;
  made: Date;
};

/**
 * Make the demo desk in an empty database, through the desk's own commands, so that its record is as real as any.
 * Everything happened before `made`; due times lie around it.
 */
export async function makeDemoDesk(made: Date, stories: readonly DemoStory[]): Promise<void> {
  const opened = Math.max(...stories.map((story) => story.broughtIn)) + 60;
  const people = await addPeople(new Date(made.getTime() - opened * MINUTE));
  const contextOf = (who: Who, now: Date): Context => ({ actor: people[who], now });

  const happenings: Happening[] = [];
  for (const story of stories) {
    const copy = await readFile(new URL(story.copyFile, import.meta.url), 'utf8');
    const scene: Scene = { story, copy, storyId: '', sourceIds: new Map(), contextOf, made };
    const began = made.getTime() - story.broughtIn * MINUTE;
    happenings.push({ at: began, run: (now) => bringIn(scene, now) });
    for (const claim of story.claims) happenings.push(...onClaim(scene, claim, began));
  }
  happenings.sort((a, b) => a.at - b.at);
  for (const { at, run } of happenings) await run(new Date(at));
}

async function addPeople(now: Date): Promise<Record<Who, Actor>> {
  const people: Partial<Record<Who, Actor>> = {};
  for (const who of Object.keys(DEMO_PEOPLE) as Who[]) {
    const { email, name, role } = DEMO_PEOPLE[who];
    const { id } = await addUser(
      { actor: SYSTEM_ACTOR, now },
      { email, name, role, password: DEMO_PASSWORD },
      { skipLength: true },
    );
    people[who] = { id, email, name, role };
  }
  return people as Record<Who, Actor>;
}

async function bringIn(scene: Scene, now: Date): Promise<void> {
  const { story, copy, contextOf, made } = scene;
  const { id } = await importStory(contextOf(story.by, now), {
    ...story.details,
    copy,
    dueAt: minutesAfter(made, story.due),
    authorId: contextOf('reporter', now).actor.id,
    leadCheckerId: contextOf(story.leadChecker, now).actor.id,
  });
  scene.storyId = id;
}

/** Marking the claim and each step on it, with their times. */
function onClaim(scene: Scene, claim: DemoClaim, began: number): Happening[] {
  const { within, by, at, steps, ...mark } = claim;
  const names = new Map<string, string>();
  let claimId = '';
  let time = began + at * MINUTE;
  const marking = async (now: Date) => {
    const { id } = await markClaim(scene.contextOf(by, now), {
      ...mark,
      storyId: scene.storyId,
      start: placeOf(scene.copy, claim.quote, within),
    });
    claimId = id;
  };
  return [
    { at: time, run: marking },
    ...steps.map((step) => {
      time += (step.after ?? USUAL_PAUSE) * MINUTE;
      return { at: time, run: (now: Date) => takeStep(scene, claimId, names, step, now) };
    }),
  ];
}

function placeOf(copy: string, quote: string, within: string | undefined): number | undefined {
  if (within === undefined) return undefined;
  const around = copy.indexOf(within);
  const inside = within.indexOf(quote);
  if (around < 0 || inside < 0) throw new Error(`“${quote}” does not stand in “${within}”.`);
  return around + inside;
}

async function takeStep(
  scene: Scene,
  claimId: string,
  names: Map<string, string>,
  step: Step,
  now: Date,
): Promise<void> {
  const ctx = scene.contextOf(step.by, now);
  const named = (name: string): string => {
    const id = names.get(name);
    if (id === undefined) throw new Error(`Nothing is called “${name}” on this claim yet.`);
    return id;
  };
  if ('move' in step) {
    const { by: _by, after: _after, to, ...move } = step;
    const assigneeId = to === undefined ? undefined : scene.contextOf(to, now).actor.id;
    const version = await versionOf(claimId);
    await moveClaim(ctx, { ...move, claimId, version, assigneeId });
  } else if ('attach' in step) {
    const { by: _by, after: _after, attach, as, ...link } = step;
    const sourceId = await sourceOf(scene, ctx, attach);
    const { id } = await attachEvidence(ctx, { ...link, claimId, sourceId });
    if (as !== undefined) names.set(as, id);
  } else if ('note' in step) {
    const threadId = step.on === undefined ? undefined : named(step.on);
    const { note: kind, says: body, visibility } = step;
    const { id } = await writeNote(ctx, { claimId, kind, body, visibility, threadId });
    if (step.as !== undefined) names.set(step.as, id);
  } else if ('edit' in step) {
    await editClaim(ctx, { ...step.edit, claimId, version: await versionOf(claimId) });
  } else if ('due' in step) {
    const dueAt = minutesAfter(scene.made, step.due);
    await editClaim(ctx, { dueAt, claimId, version: await versionOf(claimId) });
  } else if ('accept' in step) await acceptEvidence(ctx, { evidenceId: named(step.accept) });
  else if ('remove' in step)
    await removeEvidence(ctx, { evidenceId: named(step.remove), reason: step.reason });
  else if ('resolve' in step)
    await resolveEvidence(ctx, { evidenceId: named(step.resolve), resolution: step.because });
  else await resolveNote(ctx, { noteId: named(step.close) });
}

/** The id of the story's source `key`, added to the library where it is not there yet; so is what it derives from. */
async function sourceOf(scene: Scene, ctx: Context, key: string): Promise<string> {
  const known = scene.sourceIds.get(key);
  if (known !== undefined) return known;
  const described = scene.story.sources[key];
  if (described === undefined) throw new Error(`The story has no source “${key}”.`);
  const { from, isOwnStory, ...source } = described;
  const derivedFromId = from === undefined ? undefined : await sourceOf(scene, ctx, from);
  const { id } = await addSource(ctx, {
    ...source,
    derivedFromId,
    ownStoryId: isOwnStory && scene.storyId,
  });
  scene.sourceIds.set(key, id);
  return id;
}

async function versionOf(claimId: string): Promise<number> {
  const { version } = await database().claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { version: true },
  });
  return version;
}

const minutesAfter = (time: Date, minutes: number): Date =>
  new Date(time.getTime() + minutes * MINUTE);
