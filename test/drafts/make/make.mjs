/**
 * Makes the drafts of this folder: `node test/drafts/make/make.mjs`. Needs LibreOffice for those that it saves; the
 * others are written the way Word writes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fodt } from './fodt.mjs';
import { STORIES } from './stories.mjs';
import { docx } from './word.mjs';
import { WORD_STORIES } from './word-stories.mjs';

const folder = fileURLToPath(new URL('..', import.meta.url));
for (const story of WORD_STORIES)
  writeFileSync(join(folder, `word-${story.name}.docx`), docx(story));

const work = mkdtempSync(join(tmpdir(), 'drafts-'));

const names = STORIES.map((story) => {
  const file = join(work, `office-${story.name}.fodt`);
  writeFileSync(file, fodt(story));
  return file;
});
mkdirSync(join(work, 'out'));
execFileSync(
  'soffice',
  [
    `-env:UserInstallation=file://${work}/profile`,
    '--headless',
    '--convert-to',
    'docx',
    '--outdir',
    join(work, 'out'),
    ...names,
  ],
  { stdio: 'inherit', timeout: 300_000 },
);
for (const story of STORIES)
  renameSync(
    join(work, 'out', `office-${story.name}.docx`),
    join(folder, `office-${story.name}.docx`),
  );
rmSync(work, { recursive: true, force: true });
