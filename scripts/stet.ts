/** The commands of `npm run stet`, run by scripts/stet.mjs with DATABASE_URL set. */
import { resolve } from 'node:path';
import { disconnect } from '@/lib/db/client';
import { Refusal } from '@/lib/errors';
import { restoreBackup } from './backup/restore-backup';
import { writeBackup } from './backup/write-backup';
import { verify } from './commands/audit';
import { importFile } from './commands/import';
import { Misuse } from './commands/misuse';
import { createToken } from './commands/token';
import { addUser } from './commands/user';

type Command = {
  /** What follows `npm run stet --`. */
  usage: string;
  about: string;
  /** Facts to print, a line each; the last is for machines where there is one. */
  run: (args: readonly string[]) => Promise<readonly string[]>;
};

const COMMANDS: readonly Command[] = [
  {
    usage: 'user add --email ADDRESS --name NAME --role ROLE [--password PASSWORD]',
    about: 'give a person an account; without a password, one is made and printed',
    run: addUser,
  },
  {
    usage: 'token create --email ADDRESS --name NAME --scope read|write',
    about: 'make an API token that acts as that person; it stands alone on the last line',
    run: createToken,
  },
  {
    usage: 'import FILE|URL [--headline WORDS] [--email ADDRESS]',
    about:
      'bring in a story as it is read, for the desk’s first editor or for that person; its id stands on the last line',
    run: importFile,
  },
  { usage: 'audit verify', about: 'find out whether the audit log is whole', run: verify },
  {
    usage: 'backup FILE',
    about: 'write the whole desk into one file, while people go on working',
    async run(args) {
      const file = onlyFile(args);
      const { tables, rows, sha256 } = await writeBackup(databaseUrl(), file, new Date());
      return [`Wrote ${file}: ${rows} rows of ${tables} tables.`, `sha256 ${sha256}`];
    },
  },
  {
    usage: 'restore FILE',
    about: 'fill an empty database from a backup',
    async run(args) {
      const file = onlyFile(args);
      const { tables, rows, sha256 } = await restoreBackup(databaseUrl(), file);
      return [`Restored ${file}: ${rows} rows of ${tables} tables.`, `sha256 ${sha256}`];
    },
  },
];

async function main(argv: readonly string[]): Promise<number> {
  const [name] = argv;
  if (name === undefined || name === 'help' || name === '--help') {
    print(help());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find(({ usage }) => words(usage).every((word, i) => argv[i] === word));
  if (!command) {
    complain(`There is no command ${name}.`, ...help());
    return 2;
  }
  try {
    print(await command.run(argv.slice(words(command.usage).length)));
    return 0;
  } catch (error) {
    if (error instanceof Misuse) {
      complain(error.message, `Usage: npm run stet -- ${command.usage}`);
      return 2;
    }
    if (!(error instanceof Refusal)) throw error;
    complain(...new Set([error.message, ...error.reasons, ...Object.values(error.fields).flat()]));
    return 1;
  } finally {
    await disconnect();
  }
}

/** The words that name a command: those before its first argument. */
function words(usage: string): string[] {
  const all = usage.split(' ');
  const first = all.findIndex((word) => !/^[a-z]+$/.test(word));
  return first === -1 ? all : all.slice(0, first);
}

function help(): string[] {
  const all = [...COMMANDS, { usage: 'help', about: 'this list' }];
  return [
    'npm run stet -- COMMAND',
    ...all.flatMap(({ usage, about }) => ['', `  ${usage}`, `      ${about}`]),
  ];
}

/** A path as the person typed it, from the folder they typed it in. */
function onlyFile(args: readonly string[]): string {
  const [file, ...more] = args;
  if (!file || more.length > 0) throw new Misuse('Name one file.');
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}

function databaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set; use npm run stet.');
  return url;
}

function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

function complain(...lines: string[]): void {
  process.stderr.write(lines.map((line) => `${line}\n`).join(''));
}

process.exitCode = await main(process.argv.slice(2));
