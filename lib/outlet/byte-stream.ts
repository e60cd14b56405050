/** What may wait for the reader, in bytes: a sheet of usual size is written at once, whoever reads how slowly. */
const BUFFERED = 4 * 1024 * 1024;
/** A reader that takes nothing for this long has gone. */
const STALLED_MS = 60_000;
/** Small chunks are sent together: each costs the server a write. */
const PIECE = 32 * 1024;

export type ByteSink = {
  /** Hand on a chunk; settles when there is room for the next. Throws once the reader has gone. */
  push: (chunk: Uint8Array) => Promise<void>;
  /** Settles when the reader has taken everything. */
  drained: () => Promise<void>;
};

/**
 * A stream of what `produce` pushes, at the pace of the reader. It ends when `produce` settles; when `produce` throws
 * it breaks off, so that a client can tell a file that is not whole.
 */
export function byteStream(produce: (sink: ByteSink) => Promise<void>): ReadableStream<Uint8Array> {
  let wake: (() => void) | null = null;
  let hasGone = false;
  const taken = async () => {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      wake = resolve;
      timer = setTimeout(() => reject(new ReaderGone()), STALLED_MS);
    }).finally(() => clearTimeout(timer));
    if (hasGone) throw new ReaderGone();
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const room = () => controller.desiredSize ?? 0;
        const sink: ByteSink = {
          async push(chunk) {
            if (hasGone) throw new ReaderGone();
            controller.enqueue(chunk);
            while (room() <= 0) await taken();
          },
          async drained() {
            if (hasGone) throw new ReaderGone();
            while (room() < BUFFERED) await taken();
          },
        };
        // Not awaited: the stream asks for nothing before `start` has settled.
        produce(sink).then(
          () => controller.close(),
          (error: unknown) => {
            if (!hasGone) controller.error(error);
          },
        );
      },
      pull() {
        wake?.();
      },
      cancel() {
        hasGone = true;
        wake?.();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: BUFFERED }),
  );
}

/** The reader cancelled, or takes nothing any more. */
export class ReaderGone extends Error {
  override name = 'ReaderGone';
  constructor() {
    super('The reader of this file has gone.');
  }
}

/** The same bytes in pieces of some size. */
export async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < PIECE) continue;
    yield held.length === 1 ? chunk : Buffer.concat(held, length);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held, length);
}
