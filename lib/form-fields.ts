/**
 * A form's fields as the nested object a command takes: `source.title` becomes `source: {title}`, and
 * `quantities.0.value` the first of a list. Rows and groups of which nothing is filled in are left out; an empty field
 * that bears a list's own name says that the form showed that list, so that an emptied list arrives as [].
 * `ignore` names fields that alone do not make a row, such as a select that always has a value.
 */
export function nestFields(flat: unknown, ignore: readonly string[] = []): unknown {
  if (typeof flat !== 'object' || flat === null) return flat;
  const nested: Record<string, unknown> = {};
  const groups = new Map<string, Map<string, Record<string, unknown>>>();
  for (const [name, value] of Object.entries(flat)) {
    const [group = '', ...path] = name.split('.');
    const field = path.at(-1);
    if (field === undefined) {
      nested[name] = value;
      continue;
    }
    const rows = groups.get(group) ?? new Map<string, Record<string, unknown>>();
    groups.set(group, rows);
    const row = path.length > 1 ? (path[0] ?? '') : '';
    rows.set(row, { ...rows.get(row), [field]: value });
  }
  for (const [group, rows] of groups) {
    const filled = [...rows].filter(([, row]) => hasWords(row, ignore)).map(([, row]) => row);
    if (!rows.has('')) nested[group] = filled;
    else if (filled[0] !== undefined) nested[group] = filled[0];
  }
  for (const [name, value] of Object.entries(nested))
    if (value === '' && LISTS.has(name)) nested[name] = [];
  return nested;
}

const LISTS: ReadonlySet<string> = new Set(['quantities', 'attribution']);

const hasWords = (row: Record<string, unknown>, ignore: readonly string[]): boolean =>
  Object.entries(row).some(
    ([field, value]) => !ignore.includes(field) && typeof value === 'string' && value.trim() !== '',
  );
