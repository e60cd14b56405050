'use client';

import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useReader } from './reader';

export type Shortcut = {
  /** As KeyboardEvent.key: "j", "?", "Enter", "Escape"; "mod+k" for Ctrl, or ⌘ on a Mac. Letters ignore the shift. */
  keys: string;
  /** What it does, for the list of keys: "Next claim". */
  does: string;
  run: (event: KeyboardEvent) => void;
};

type Registered = RefObject<readonly Shortcut[]>;
type Registry = { add: (shortcuts: Registered) => () => void; list: () => readonly Shortcut[] };

const RegistryContext = createContext<Registry | null>(null);

/**
 * Shortcuts of the part of the page that is mounted; the last mounted wins. They rest while a person types, and while
 * a dialog or menu is open. Keys without Ctrl or ⌘ can be turned off in Settings (WCAG 2.1.4), Escape and Enter aside.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => registry?.add(latest), [registry]);
}

/** Every shortcut in force, for the list of keys. */
export function useShortcutList(): () => readonly Shortcut[] {
  const registry = useContext(RegistryContext);
  return () => registry?.list() ?? [];
}

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const { singleKeys } = useReader();
  const [registered] = useState(() => new Set<Registered>());
  const [registry] = useState<Registry>(() => ({
    add(shortcuts) {
      registered.add(shortcuts);
      return () => registered.delete(shortcuts);
    },
    list: () => [...registered].flatMap(({ current }) => current),
  }));

  // One listener for the page: keys arrive at the document.
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      const keys = keysOf(event);
      if (isOff(keys, event, singleKeys)) return;
      const match = registry.list().findLast((shortcut) => shortcut.keys === keys);
      if (!match) return;
      event.preventDefault();
      match.run(event);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [registry, singleKeys]);

  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

function keysOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const isLetter = /^\p{L}$/u.test(key);
  return [
    (ctrlKey || metaKey) && 'mod',
    altKey && 'alt',
    shiftKey && key.length > 1 && 'shift',
    isLetter ? key.toLowerCase() : key,
  ]
    .filter(Boolean)
    .join('+');
}

const TYPING =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=""], [contenteditable=true], [role=combobox], [role=textbox]';
const PRESSABLE =
  'a[href], button, summary, [role=button], [role=link], [role=menuitem], [role=tab]';
const FLOATING = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox][data-floating]';

function isOff(keys: string, { target }: KeyboardEvent, singleKeys: boolean): boolean {
  const element = target instanceof Element ? target : null;
  if (keys.startsWith('mod+')) return false;
  if (element?.closest(TYPING) || document.querySelector(FLOATING)) return true;
  if (keys === 'Enter' || keys === ' ') return Boolean(element?.closest(PRESSABLE));
  return !singleKeys && keys.length === 1;
}
