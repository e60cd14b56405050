import type { IconName } from '@/components/ui/icon';

/** The rooms of the desk, in the order of the bar. `also`: paths that belong to the room. */
export const PLACES: readonly { href: string; label: string; also?: string; icon: IconName }[] = [
  { href: '/queue', label: 'Queue', icon: 'second' },
  { href: '/stories', label: 'Stories', also: '/claims', icon: 'story' },
  { href: '/sources', label: 'Sources', icon: 'source' },
  { href: '/insights', label: 'Insights', icon: 'calendar' },
  { href: '/settings', label: 'Settings', icon: 'filter' },
];
