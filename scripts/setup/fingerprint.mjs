import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * One hash over the names and contents of files.
 *
 * @param {string[]} paths files and folders of the checkout; those that are not there count as empty
 * @param {(path: string) => boolean} isWanted asked with each file's path from the checkout's root
 * @returns {Promise<string>} sha256 in hex
 */
export async function fingerprint(paths, isWanted = () => true) {
  const files = [];
  for (const path of paths) await collect(join(ROOT, path), isWanted, files);
  files.sort((a, b) => (a < b ? -1 : 1));
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(join(ROOT, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

async function collect(path, isWanted, files) {
  const name = relative(ROOT, path);
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null;
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries === null) {
    if (isWanted(name)) files.push(name);
    return;
  }
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) await collect(child, isWanted, files);
    else if (isWanted(relative(ROOT, child))) files.push(relative(ROOT, child));
  }
}
