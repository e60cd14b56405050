import { describe, expect, it } from 'vitest';
import { byteStream, inPieces, ReaderGone } from '@/lib/outlet/byte-stream';

const MEGABYTE = new Uint8Array(1024 * 1024);

describe('a stream of bytes', () => {
  it('lets the writer run ahead by some megabytes, and no further', async () => {
    let pushed = 0;
    const stream = byteStream(async (sink) => {
      for (; pushed < 50; pushed += 1) await sink.push(MEGABYTE);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pushed).toBeLessThan(6);
    let bytes = 0;
    for await (const chunk of stream) bytes += chunk.length;
    expect(bytes).toBe(50 * MEGABYTE.length);
  });

  it('tells the writer when everything has been taken, and ends only then', async () => {
    const events: string[] = [];
    const stream = byteStream(async (sink) => {
      await sink.push(MEGABYTE);
      events.push('written');
      await sink.drained();
      events.push('drained');
    });
    const reader = stream.getReader();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(events).toEqual(['written']);
    await reader.read();
    expect((await reader.read()).done).toBe(true);
    expect(events).toEqual(['written', 'drained']);
  });

  it('tells the writer that the reader has gone', async () => {
    let ended: unknown = null;
    const stream = byteStream(async (sink) => {
      try {
        for (;;) await sink.push(MEGABYTE);
      } catch (error) {
        ended = error;
        throw error;
      }
    });
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ended).toBeInstanceOf(ReaderGone);
  });

  it('breaks off for the reader when the writer fails', async () => {
    const stream = byteStream(async (sink) => {
      await sink.push(MEGABYTE);
      throw new Error('The database has gone.');
    });
    await expect(new Response(stream).arrayBuffer()).rejects.toThrow('The database has gone.');
  });
});

it('joins small chunks and keeps every byte in order', async () => {
  async function* small() {
    for (let at = 0; at < 20_000; at += 1) yield new Uint8Array([at % 251, at % 13, 7]);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of inPieces(small())) pieces.push(piece);
  expect(pieces.length).toBeLessThan(5);
  const all = Buffer.concat(pieces);
  expect(all).toHaveLength(60_000);
  expect([all[3 * 19_999], all[3 * 300 + 1]]).toEqual([19_999 % 251, 300 % 13]);
});
