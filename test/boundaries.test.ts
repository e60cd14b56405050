import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * Who may import whom, where the linter's own rule cannot say it: it knows no difference between a type and a value.
 * `import type` is never a dependency at run time and is not counted.
 */
type Boundary = { name: string; files: (file: string) => boolean; refuse: RegExp };

const isTest = (file: string): boolean => /\.test\.tsx?$|test-|fixture/.test(file);

const BOUNDARIES: readonly Boundary[] = [
  {
    name: 'components get data as props: no query, command or record at run time',
    files: (file) => file.startsWith('components/'),
    refuse:
      /^@\/(?:lib\/[\w-]+\/(?:queries|[\w-]*commands|claim-record|claim-writes|list-claims)|lib\/db\/|lib\/audit\/record|prisma\/|app\/)/,
  },
  {
    name: 'pages change nothing: commands are for actions and the API',
    files: (file) => file.startsWith('app/') && !file.startsWith('app/api/'),
    refuse: /^@\/lib\/[\w-]+\/[\w-]*commands$/,
  },
  {
    name: 'Next and React stay at the edge',
    files: (file) =>
      file.startsWith('lib/') &&
      !/^lib\/(?:auth\/|action\.ts|[\w-]+\/(?:actions|bulk-actions)\.ts)/.test(file),
    refuse: /^(?:next|next\/.*|next-auth.*|react|react-dom|server-only)$/,
  },
  {
    name: 'the rules import nothing but their neighbours, and two packages as pure as they',
    files: (file) => file.startsWith('lib/domain/'),
    refuse: /^(?!\.\/|(?:diff|approx-string-match)$)/,
  },
  {
    name: 'what turns rows into bytes knows no database',
    files: (file) => file.startsWith('lib/outlet/'),
    refuse: /^@\/(?:prisma\/|lib\/db\/|lib\/[\w-]+\/(?:queries|commands))/,
  },
];

const files = ['app', 'components', 'lib']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((file) => /\.tsx?$/.test(file) && !isTest(file));

/** What a file imports at run time. */
function imported(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const statements = source.matchAll(
    /^(?:import|export)\s+(?!type\b)(?:(?<names>[^'";]*?)\s+from\s+)?'(?<from>[^']+)'/gms,
  );
  return [...statements].flatMap(({ groups }) => {
    const names = groups?.['names'];
    const inner = names === undefined ? null : /^\{(.*)\}$/s.exec(names.trim())?.[1];
    const onlyTypes =
      inner?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ??
      false;
    return onlyTypes ? [] : [groups?.['from'] ?? ''];
  });
}

describe('the house keeps its walls', () => {
  it('reads the tree', () => {
    expect(files.length).toBeGreaterThan(200);
  });

  it.each(BOUNDARIES)('$name', (boundary) => {
    const crossings = files.filter(boundary.files).flatMap((file) =>
      imported(file)
        .filter((from) => boundary.refuse.test(from))
        .map((from) => `${file} imports ${from}`),
    );
    expect(crossings).toEqual([]);
  });
});
