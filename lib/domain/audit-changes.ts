import type { Json } from './audit-chain';

/** One thing that an event changed, in words for people. Null: there was, or is, nothing. */
export type AuditChange = { what: string; from: string | null; to: string | null };

const LONGEST = 120;

/**
 * What an event changed, field by field. Ids, hashes and places are left out: they say nothing to a reader, and the
 * record itself keeps them. Long words are cut.
 */
export function auditChanges(before: Json, after: Json): AuditChange[] {
  const [was, is] = [members(before), members(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !isForMachines(field))
    .map((field) => ({
      what: sentenceCase(field),
      from: inWords(was[field]),
      to: inWords(is[field]),
    }))
    .filter(({ from, to }) => from !== to);
}

const members = (value: Json): Readonly<Record<string, Json>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};

const isForMachines = (field: string): boolean =>
  /(^id$|Ids?$|sha(256)?$|hash$|^start$|^end$|^version$)/i.test(field);

/** Where the field's own name is no word for people. */
const KNOWN_AS: Readonly<Record<string, string>> = { email: 'e-mail', hint: 'begins with' };

/** "sessionsEnded" as "Sessions ended". */
function sentenceCase(field: string): string {
  const words = (KNOWN_AS[field] ?? field).replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inWords(value: Json | undefined): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return cut(isVocabulary(value) ? vocabulary(value) : value);
  const parts = Array.isArray(value)
    ? value.map(inWords)
    : Object.entries(members(value)).map(([field, member]) => {
        const words = isForMachines(field) ? null : inWords(member);
        return words === null ? null : `${sentenceCase(field).toLowerCase()} ${words}`;
      });
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : cut(said.join(', '));
}

const isVocabulary = (value: string): boolean => /^[A-Z]{2,}(_[A-Z]+)*$/.test(value);
const vocabulary = (value: string): string => value.toLowerCase().replaceAll('_', ' ');

const cut = (text: string): string => {
  const signs = [...text];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join('')}…` : text;
};
