import { HttpProblem } from '@/lib/api/problem';

/** The largest body, in bytes: the longest copy a story may have, written as JSON, fits in. */
export const BODY_LIMIT = 12_000_000;

/** The request's body as JSON; undefined: there is none. A body too large is not read to its end. */
export async function readJson(request: Request): Promise<unknown> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > BODY_LIMIT) throw tooLarge();
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;
  return parse(decode(bytes));
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > BODY_LIMIT) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpProblem('invalid', 'The body is not UTF-8. Encode it as UTF-8, then send it.', {
      status: 400,
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const place = error instanceof SyntaxError ? /position (\d+)/.exec(error.message)?.[1] : null;
    throw new HttpProblem(
      'invalid',
      `The body is not JSON${place ? `: it breaks at character ${place}` : ''}. Look for a missing quote, comma or bracket there.`,
      { status: 400 },
    );
  }
}

const tooLarge = (): HttpProblem =>
  new HttpProblem(
    'invalid',
    `The body is larger than ${BODY_LIMIT / 1_000_000} MB. Send less at a time: bring a long text in as several stories.`,
    { status: 413 },
  );
