'use client';

import { startTransition, useState } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Menu, MenuChoices, MenuItem, MenuLink, MenuNote, MenuRule } from '@/components/ui/menu';
import { signOut } from '@/lib/auth/actions';
import { chooseTheme, type Theme } from './preferences';

/** Who is signed in, how the desk looks to them, and the way out. */
export function AccountMenu({ name, role, theme: chosen, onKeys }: Props) {
  const [theme, setTheme] = useState(chosen);
  return (
    <Menu
      label="Account"
      trigger={
        <button
          type="button"
          aria-label="Account"
          className="grid size-8 place-items-center rounded-full max-md:size-9"
        >
          <span aria-hidden="true">
            <Avatar name={name} me />
          </span>
        </button>
      }
    >
      <MenuNote>
        <span className="block font-strong">{name}</span>
        <span className="block text-small text-ink-3">{role}</span>
      </MenuNote>
      <MenuRule />
      <MenuChoices
        label="Appearance"
        value={theme}
        options={THEME_OPTIONS}
        onChoose={(next) => {
          setTheme(next);
          chooseTheme(next);
        }}
      />
      <MenuRule />
      <MenuItem keys="?" onSelect={onKeys}>
        Keys
      </MenuItem>
      <MenuLink href="/settings">Settings</MenuLink>
      <MenuRule />
      <MenuItem onSelect={() => startTransition(() => signOut())}>Sign out</MenuItem>
    </Menu>
  );
}

type Props = { name: string; role: string; theme: Theme; onKeys: () => void };

const THEME_OPTIONS: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
