import pino, { type LoggerOptions } from 'pino';

/** Fields that never reach the log, at the top of an entry or one level down. */
const SECRETS = [
  'password',
  'passwordHash',
  'currentPassword',
  'newPassword',
  'token',
  'cookie',
  'authorization',
  'reference',
];

export const LOG_OPTIONS: LoggerOptions = {
  level: process.env['STET_LOG_LEVEL'] ?? 'info',
  base: null,
  serializers: { err: (error: unknown) => loggable(error) },
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[hidden]' },
};

/** The process's log: one JSON line an event, to standard output. Say what happened, never what was typed. */
export const log = pino(LOG_OPTIONS);

/** Prisma quotes the arguments of a query in its messages: only the last line, which says what was wrong, is kept. */
function loggable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, code, stack } = pino.stdSerializers.err(error);
  const isQuoting = error.name.startsWith('PrismaClient');
  if (!isQuoting) return { type, code, message: error.message, stack };
  const message = error.message.trim().split('\n').at(-1);
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { type, code, message, stack: frames.join('\n') };
}
