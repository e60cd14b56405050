import type { Role } from '@/lib/domain/vocabulary';

/** Printed by `npm start`; these accounts are made on the demo desk only. */
export const DEMO_PASSWORD = 'stet-demo';

/** Everybody here is invented. */
export const DEMO_PEOPLE = {
  editor: { email: 'editor@stet.example', name: 'Idris Vale', role: 'EDITOR' },
  checker: { email: 'checker@stet.example', name: 'Maren Holt', role: 'CHECKER' },
  second: { email: 'second@stet.example', name: 'Ana Ruiz', role: 'CHECKER' },
  reporter: { email: 'reporter@stet.example', name: 'Tomasz Lenart', role: 'REPORTER' },
  lawyer: { email: 'lawyer@stet.example', name: 'Ruth Adeyemi', role: 'LAWYER' },
  viewer: { email: 'viewer@stet.example', name: 'Sam Whitlock', role: 'VIEWER' },
  admin: { email: 'admin@stet.example', name: 'Nadia Brandt', role: 'ADMIN' },
} as const satisfies Record<string, { email: string; name: string; role: Role }>;

export type Who = keyof typeof DEMO_PEOPLE;
