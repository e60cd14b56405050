import pino from 'pino';

/** Fields that never reach the log, at the top of an entry or one level down. */
const SECRETS = [
  'password',
  'passwordHash',
  'currentPassword',
  'token',
  'cookie',
  'authorization',
  'reference',
];

/** The process's log: one JSON line an event, to standard output. Say what happened, never what was typed. */
export const log = pino({
  level: process.env['STET_LOG_LEVEL'] ?? 'info',
  base: null,
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: '[hidden]' },
});
