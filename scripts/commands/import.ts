import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { SYSTEM_ACTOR } from '@/lib/auth/system-actor';
import type { Context } from '@/lib/context';
import { COPY_LIMIT_BYTES } from '@/lib/domain/copy-rules';
import { Refusal } from '@/lib/errors';
import { byteSize, count } from '@/lib/format';
import { confirmIntake, dropIntake, proposeCopy } from '@/lib/intake/commands';
import { getIntake } from '@/lib/intake/queries';
import { findActor } from '@/lib/users/queries';
import { Misuse, readOptions } from './misuse';

/**
 * `import FILE|URL`: bring in a story as it is proposed, without a look at the preview. What is set aside and whatever a
 * person should know is printed instead; the story's id stands alone on the last line.
 */
export async function importFile(args: readonly string[]): Promise<readonly string[]> {
  const [from, ...rest] = args;
  if (from === undefined || from.startsWith('--')) throw new Misuse('Name one file or link.');
  const options = readOptions(rest, ['headline', 'email']);
  const ctx = await actAs(options.email ?? null);
  const isLink = /^https?:\/\//i.test(from);
  const { id } = await proposeCopy(ctx, isLink ? { url: from } : { file: await readBytes(from) });
  const intake = await getIntake(ctx, id);
  if (intake === null) throw new Error('The proposal that was just made is not there.');
  const { proposal } = intake;
  const headline = options.headline?.trim() || proposal.headline?.value;
  if (headline === undefined) {
    await dropIntake(ctx, id);
    throw new Refusal(
      'invalid',
      'Nothing in it is clearly the headline. Give one with --headline.',
    );
  }
  const { storyId, slug, version, written, unplaced } = await confirmIntake(ctx, {
    intakeId: id,
    version: intake.version,
    headline,
    language: proposal.language?.value,
  });
  const aside = proposal.blocks.filter(({ excluded }) => excluded);
  return [
    `Brought in “${headline}” as ${slug ?? storyId}, for ${ctx.actor.name}.`,
    `From ${proposal.url ?? proposal.name ?? from}, ${byteSize(intake.byteLength)}.`,
    `${count(proposal.blocks.length - aside.length, 'block')}, ${aside.length} set aside.`,
    ...aside.map(
      ({ start, end, why }) => `Set aside: ${line(proposal.copy.slice(start, end))} (${why ?? ''})`,
    ),
    ...(['byline', 'publisher', 'publishedAt', 'updatedAt'] as const).flatMap((name) => {
      const fact = proposal[name];
      return fact === null ? [] : [`${FACTS[name]} ${fact.value}, from ${fact.from}.`];
    }),
    ...(proposal.annotations.length > 0
      ? [
          `${count(written.claims, 'claim')} marked, ${count(written.notes, 'note')}, ${count(written.sources, 'source')} waiting for a checker, ${count(written.changes, 'suggested change')}.`,
        ]
      : []),
    ...(unplaced > 0 ? [`${count(unplaced, 'mark')} had no words to stand on.`] : []),
    ...proposal.notices,
    `sha256 ${version.sha256}`,
    storyId,
  ];
}

const FACTS = {
  byline: 'Byline',
  publisher: 'Published by',
  publishedAt: 'Published',
  updatedAt: 'Updated',
} as const;

const line = (words: string): string => {
  const plain = words.replace(/\s+/gu, ' ');
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
};

async function actAs(email: string | null): Promise<Context> {
  const now = new Date();
  const actor = await findActor({ actor: SYSTEM_ACTOR, now }, email);
  if (actor === null)
    throw new Refusal(
      'not-found',
      email === null
        ? 'There is no editor on the desk to bring it in for. Name somebody with --email.'
        : `Nobody who can sign in has the address ${email}.`,
    );
  return { actor, now };
}

/** A file as the person typed it, from the folder they typed it in; not read when it is larger than any copy may be. */
async function readBytes(path: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string }> {
  const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      if (size > COPY_LIMIT_BYTES)
        throw new Refusal(
          'invalid',
          `This file is ${byteSize(size)} in size; at most 10 MB are read.`,
        );
      return { bytes: new Uint8Array(await handle.readFile()), name: basename(file) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT') throw new Refusal('not-found', `There is no file ${file}.`);
    if (code === 'EACCES' || code === 'EISDIR')
      throw new Refusal(
        'invalid',
        `${file} cannot be read: it is ${code === 'EISDIR' ? 'a folder' : 'not yours to read'}.`,
      );
    throw error;
  }
}
