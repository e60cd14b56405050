/**
 * Drafts of forms in the browser's storage. A draft holds what was typed and what the fields held before, so that
 * whoever comes back learns when the record has changed in between. Passwords, files and hidden fields are never kept.
 */
export type Values = Readonly<Record<string, readonly string[]>>;
export type Draft = { at: string; base: Values; values: Values };

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const UNKEPT = new Set(['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image']);

/** Field name as drafts know it; null when the field is not kept. `data-keep` names a field that is not sent itself. */
const keptName = (control: Control): string | null => {
  if (UNKEPT.has(control.type)) return null;
  const { keep } = control.dataset;
  return keep || control.name || null;
};

function controlsOf(form: HTMLFormElement): [string, Control][] {
  return [...form.elements].flatMap((element): [string, Control][] => {
    const isControl =
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement;
    const name = isControl ? keptName(element) : null;
    return isControl && name !== null ? [[name, element]] : [];
  });
}

const isTickable = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** What the fields hold now ("typed"), or what a reset would give them ("base"). */
export function read(form: HTMLFormElement, which: 'typed' | 'base'): Values {
  const values: Record<string, string[]> = {};
  for (const [name, control] of controlsOf(form)) {
    values[name] ??= [];
    const held = values[name];
    if (isTickable(control)) {
      if (which === 'typed' ? control.checked : control.defaultChecked) held.push(control.value);
    } else if (control instanceof HTMLSelectElement) {
      const marked = [...control.options].filter((option) =>
        which === 'typed' ? option.selected : option.defaultSelected,
      );
      const shown =
        marked.length > 0 || control.multiple ? marked : [...control.options].slice(0, 1);
      held.push(...shown.map((option) => option.value));
    } else {
      held.push(which === 'typed' ? control.value : control.defaultValue);
    }
  }
  return values;
}

/** Puts the values back as if typed, so that whatever listens to the fields notices. */
export function write(form: HTMLFormElement, values: Values): void {
  for (const [name, control] of controlsOf(form)) {
    const held = values[name];
    if (held === undefined || control.disabled) continue;
    if (isTickable(control)) {
      const shouldTick = held.includes(control.value);
      if (control.checked !== shouldTick && (shouldTick || control.type === 'checkbox'))
        control.click();
    } else if (control instanceof HTMLSelectElement) {
      for (const option of control.options) option.selected = held.includes(option.value);
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else {
      setValue(control, held[0] ?? '');
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

/** Through the prototype: React watches the property on the element itself and would take no notice of the event. */
function setValue(control: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(
    control,
    value,
  );
}

export const same = (one: Values, other: Values): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const MONTH = 30 * 24 * 60 * 60 * 1000;

/** The draft under this key; null when there is none, it cannot be read, or it is more than a month old. */
export function load(key: string): Draft | null {
  try {
    const draft: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isDraft(draft) && Date.now() - Date.parse(draft.at) < MONTH ? draft : null;
  } catch {
    return null; // storage is off, or another program wrote here: there is no draft
  }
}

/** Keeps a draft, or forgets it with null. Says whether that worked: storage may be full or off. */
export function save(key: string, draft: Draft | null): boolean {
  try {
    if (draft === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'string' &&
  'base' in value &&
  isValues(value.base) &&
  'values' in value &&
  isValues(value.values);

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);
