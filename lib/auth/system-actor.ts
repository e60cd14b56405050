import type { Actor } from '@/lib/context';

/** Whoever runs Stet's command line: they hold the database, so they may run the desk. Nobody signs in as this. */
export const SYSTEM_ACTOR: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  name: 'Stet command line',
  email: '',
  role: 'ADMIN',
};
