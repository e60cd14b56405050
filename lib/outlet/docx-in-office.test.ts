import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tighten } from '@/lib/docx/tight-change';
import { readDocx } from '@/lib/intake/docx';
import { writeDocx } from '@/lib/outlet/docx';
import { DRAFTS, draftBytes, plan, wildPlan } from '@/test/drafts/drafts';

const work = mkdtempSync(join(tmpdir(), 'stet-office-'));
const hasOffice = canConvert();
const added = new Map<string, { comments: number; changes: number }>();

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** LibreOffice without its word processor starts, and opens no document. */
function canConvert(): boolean {
  const { status } = spawnSync('soffice', ['--version'], { stdio: 'ignore' });
  if (status !== 0) return false;
  const [name = ''] = DRAFTS;
  mkdirSync(join(work, 'try'));
  writeFileSync(join(work, 'try', name), draftBytes(name));
  convert('try', [name]);
  return existsSync(join(work, 'try', name.replace(/docx$/, 'fodt')));
}

function convert(folder: string, names: readonly string[]): void {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      'fodt',
      '--outdir',
      join(work, folder),
      ...names.map((name) => join(work, folder, name)),
    ],
    { stdio: 'ignore', timeout: 240_000 },
  );
}

/** What LibreOffice made of a file. */
function counted(folder: string, name: string) {
  const xml = readFileSync(join(work, folder, name.replace(/docx$/, 'fodt')), 'utf8');
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error(`${name} came to nothing.`);
  const all = (tag: string): Element[] => [...root.getElementsByTagName(tag)];
  const body = all('office:text')[0];
  return {
    comments: all('office:annotation').length,
    changes: body ? trackedChanges(body, all('text:changed-region')) : 0,
    footnotes: all('text:note').length,
    links: all('text:a').length,
    tables: all('table:table-row').length,
    text: body?.textContent ?? '',
  };
}

/**
 * Tracked changes of the text. LibreOffice keeps a comment's mark as a character of the text, so a struck stretch with
 * the end of a comment in it is two there: stretches that only such a mark parts are counted once.
 */
function trackedChanges(body: Element, regions: readonly Element[]): number {
  const kindOf = (element: Element): string => {
    const id = element.getAttribute('text:change-id') ?? '';
    const region = regions.find((each) => each.getAttribute('text:id') === id);
    const info = region?.getElementsByTagName('office:change-info')[0]?.textContent;
    const isDeletion = (region?.getElementsByTagName('text:deletion').length ?? 0) > 0;
    return `${isDeletion} ${info}`;
  };
  let count = 0;
  let last: string | null = null;
  const walk = (node: Node): void => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      const { nodeName } = child;
      if (/^(?:office:annotation(?:-end)?|text:tracked-changes)$/.test(nodeName)) continue;
      if (nodeName === '#text' && child.nodeValue?.trim() !== '') last = null;
      if (nodeName === 'text:change' || nodeName === 'text:change-start') {
        const kind = kindOf(child as Element);
        if (kind !== last) count++;
        last = kind;
      } else if (nodeName === 'text:change-end') last = kindOf(child as Element);
      else walk(child);
    }
  };
  walk(body);
  return count;
}

if (hasOffice)
  describe('LibreOffice opens what we wrote', () => {
    beforeAll(async () => {
      for (const folder of ['was', 'is', 'wild']) mkdirSync(join(work, folder));
      for (const name of DRAFTS) {
        const original = draftBytes(name);
        const { copy, ...proposal } = await readDocx(original, name);
        const { suggestions, comments } = plan({ copy, ...proposal });
        const { bytes, leftOut } = await writeDocx({ original, copy, suggestions, comments });
        writeFileSync(join(work, 'was', name), original);
        writeFileSync(join(work, 'is', name), bytes);
        const places = Array.from({ length: 8 }, (_, at) => [at * 97 + 13, at * 9, at] as const);
        const wild = await writeDocx({ original, copy, ...wildPlan(copy, places) });
        writeFileSync(join(work, 'wild', name), wild.bytes);
        const written = suggestions.filter(
          (_, at) => !leftOut.some(({ kind, index }) => kind === 'suggestion' && index === at),
        );
        added.set(name, {
          comments:
            comments.reduce((sum, { replies = [] }) => sum + 1 + replies.length, 0) +
            leftOut.length,
          // It counts what is struck and what is written apart.
          changes: written
            .map(tighten)
            .reduce((sum, { before, after }) => sum + (before ? 1 : 0) + (after ? 1 : 0), 0),
        });
      }
      convert('was', DRAFTS);
      convert('is', DRAFTS);
      convert('wild', DRAFTS);
    }, 300_000);

    it.each(DRAFTS)('%s, with its comments, changes and footnotes', (name) => {
      const was = counted('was', name);
      const is = counted('is', name);
      expect({ comments: is.comments, changes: is.changes }).toEqual({
        comments: was.comments + (added.get(name)?.comments ?? 0),
        changes: was.changes + (added.get(name)?.changes ?? 0),
      });
      expect(is.footnotes).toBe(was.footnotes);
      expect(is.links).toBe(was.links);
      expect(is.tables).toBe(was.tables);
    });

    it.each(DRAFTS)('%s, with every comment, whatever was suggested where', async (name) => {
      const { annotations } = await readDocx(readFileSync(join(work, 'wild', name)), name);
      const comments = annotations.filter(({ kind }) => kind === 'COMMENT');
      expect(counted('wild', name)).toMatchObject({
        comments: comments.length,
        footnotes: counted('was', name).footnotes,
      });
    });
  });
// A run without it says so in its own words.
else
  it('LibreOffice opens what we wrote (skipped: no LibreOffice Writer)', ({ skip }) =>
    skip('skipped: no LibreOffice Writer'));
