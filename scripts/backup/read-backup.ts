import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { Refusal } from '@/lib/errors';
import { End, Header, TableFoot, TableHead } from './format';

export type Row = (string | null)[];

/** What a reader of a backup is told, in the order of the file. */
export type BackupReader = {
  header: (header: z.infer<typeof Header>) => Promise<void>;
  table: (head: z.infer<typeof TableHead>) => Promise<void>;
  row: (row: Row) => Promise<void>;
  foot: (foot: z.infer<typeof TableFoot>) => Promise<void>;
};

/**
 * Read a backup from end to end, checking every hash on the way.
 *
 * @param file absolute path
 * @throws Refusal when it cannot be read, is cut short, or was changed
 */
export async function readBackup(file: string, reader: BackupReader): Promise<End> {
  const state = new Progress(file, reader);
  let refused: unknown;
  try {
    await pipeline(
      createReadStream(file),
      createGunzip(),
      async (chunks: AsyncIterable<Buffer>) => {
        let rest = '';
        const decoder = new TextDecoder('utf-8', { fatal: true });
        for await (const chunk of chunks) {
          const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines)
            await state.take(line).catch((error: unknown) => {
              refused = error;
              throw error;
            });
        }
        if (rest !== '') throw damaged(file);
      },
    );
  } catch (error) {
    // While the streams are taken down, the pipeline may report that it was aborted, and not why.
    throw fileRefusal(file, refused ?? error);
  }
  return state.conclude();
}

/** Which line may come next: header, then tables of rows, then the end. */
class Progress {
  readonly #file: string;
  readonly #reader: BackupReader;
  readonly #feet = createHash('sha256');
  #hash: ReturnType<typeof createHash> | null = null;
  #header: z.infer<typeof Header> | null = null;
  #tables = 0;
  #tableRows = 0;
  #rows = 0;
  #end: End | null = null;

  constructor(file: string, reader: BackupReader) {
    this.#file = file;
    this.#reader = reader;
  }

  async take(line: string): Promise<void> {
    if (this.#end) throw damaged(this.#file);
    if (!this.#header) {
      this.#header = this.#parse(Header, line);
      await this.#reader.header(this.#header);
    } else if (this.#hash && line.startsWith('[')) {
      this.#hash.update(`${line}\n`);
      this.#tableRows += 1;
      await this.#reader.row(JSON.parse(line) as Row);
    } else if (this.#hash) {
      const foot = this.#parse(TableFoot, line);
      const sha256 = this.#hash.digest('hex');
      if (foot.sha256 !== sha256 || foot.rows !== this.#tableRows) throw damaged(this.#file);
      this.#feet.update(sha256);
      this.#rows += this.#tableRows;
      this.#hash = null;
      await this.#reader.foot(foot);
    } else if (line.startsWith('{"table"')) {
      const head = this.#parse(TableHead, line);
      this.#tables += 1;
      this.#tableRows = 0;
      this.#hash = createHash('sha256');
      await this.#reader.table(head);
    } else {
      this.#end = this.#parse(End, line);
    }
  }

  conclude(): End {
    const end = this.#end;
    const isWhole =
      end !== null &&
      end.tables === this.#tables &&
      end.rows === this.#rows &&
      end.sha256 === this.#feet.digest('hex');
    if (!isWhole) throw damaged(this.#file);
    return end;
  }

  #parse<Shape extends z.ZodType>(shape: Shape, line: string): z.infer<Shape> {
    try {
      return shape.parse(JSON.parse(line));
    } catch {
      throw damaged(this.#file);
    }
  }
}

function damaged(file: string): Refusal {
  return new Refusal(
    'invalid',
    `${file} is not a whole backup of Stet: it was cut short or changed. Nothing was restored.`,
  );
}

function fileRefusal(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new Refusal('not-found', `There is no file ${file}.`);
  if (code === 'EACCES' || code === 'EISDIR') {
    return new Refusal('invalid', `${file} cannot be read (${code}).`);
  }
  if (code.startsWith('Z_') || code.startsWith('ERR_ENCODING')) return damaged(file);
  return error instanceof SyntaxError ? damaged(file) : error;
}
