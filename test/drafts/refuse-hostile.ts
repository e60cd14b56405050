/** Reads every hostile file in a process of its own, and prints what came of each as a line of JSON. */
import { Refusal } from '@/lib/errors';
import { readDocx } from '@/lib/intake/docx';
import { HOSTILE_FILES } from './hostile';

for (const [name, make] of Object.entries(HOSTILE_FILES)) {
  const bytes = make();
  const started = performance.now();
  const before = process.memoryUsage().rss;
  let outcome = 'It was read.';
  try {
    await readDocx(bytes, 'hostile.docx');
  } catch (error) {
    outcome = error instanceof Refusal ? error.message : `A fault: ${error}`;
  }
  const line = {
    name,
    outcome,
    ms: Math.round(performance.now() - started),
    grownMb: Math.round((process.memoryUsage().rss - before) / 1024 / 1024),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
