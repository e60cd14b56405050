'use client';

import { Choices, Radio } from '@/components/ui/field';
import { ROLE_PURPOSES } from '@/lib/domain/desk-permissions';
import { ROLE_LABELS } from '@/lib/domain/labels';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

/** What somebody is to the desk, each role with what it is for. */
export function RoleChoices({ role = 'CHECKER' }: { role?: Role }) {
  return (
    <Choices legend="Role" name="role">
      {ROLES.map((one) => (
        <Radio
          key={one}
          name="role"
          value={toWire(one)}
          label={ROLE_LABELS[one]}
          hint={ROLE_PURPOSES[one]}
          defaultChecked={one === role}
        />
      ))}
    </Choices>
  );
}
