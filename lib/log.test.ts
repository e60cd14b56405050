import { PassThrough } from 'node:stream';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { LOG_OPTIONS } from '@/lib/log';

const SECRET = 'kettle fjord paragraph 92';

/** What the log would write of these fields. */
function written(fields: object): string {
  const stream = new PassThrough();
  pino(LOG_OPTIONS, stream).error(fields, 'Something happened');
  return String(stream.read());
}

describe('the log', () => {
  it.each([
    'password',
    'currentPassword',
    'newPassword',
    'passwordHash',
    'token',
    'cookie',
    'authorization',
    'reference',
  ])('hides a field named %s, at the top and one level down', (name) => {
    expect(written({ [name]: SECRET })).not.toContain(SECRET);
    expect(written({ headers: { [name]: SECRET } })).not.toContain(SECRET);
  });

  it('leaves out of a database error what the query was about', () => {
    const fault = new Error(
      `\nInvalid \`prisma.user.create()\` invocation:\n\n{\n  data: { passwordHash: "${SECRET}" }\n}\n\nArgument \`name\` is missing.`,
    );
    fault.name = 'PrismaClientValidationError';
    const line = written({ err: fault });
    expect(line).not.toContain(SECRET);
    expect(line).toContain('is missing');
    expect(line).toContain('log.test.ts');
  });

  it('keeps the message and the place of any other fault', () => {
    const line = written({ err: new TypeError('broken') });
    expect(line).toContain('broken');
    expect(line).toContain('log.test.ts');
  });

  it('says the rest', () => {
    expect(written({ code: 'CLIENT_FETCH_ERROR' })).toContain('CLIENT_FETCH_ERROR');
  });
});
