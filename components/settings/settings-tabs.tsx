'use client';

import { usePathname } from 'next/navigation';
import { TabLinks } from '@/components/ui/tabs';

/** The rooms of Settings that the reader may enter. */
export function SettingsTabs({ people, audit }: { people: boolean; audit: boolean }) {
  const path = usePathname();
  const rooms = [
    { href: '/settings/account', title: 'Your account' },
    { href: '/settings/tokens', title: 'API tokens' },
    ...(people ? [{ href: '/settings/people', title: 'People' }] : []),
    ...(audit ? [{ href: '/settings/audit', title: 'Audit log' }] : []),
  ];
  return (
    <TabLinks
      label="Settings"
      links={rooms.map((room) => ({ ...room, current: path.startsWith(room.href) }))}
    />
  );
}
