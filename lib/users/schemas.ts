import { z } from 'zod';
import { ROLES } from '@/lib/domain/vocabulary';
import { id, lockVersion, text, tick, word } from '@/lib/fields';

/** Lower case: one account an address, however it is typed. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'This e-mail address is too long.')
  .pipe(z.email('Write the whole e-mail address, such as ana@newsroom.example.'));

/** Empty: Stet makes one. What it has to be like is said by `lib/domain/password-rules.ts`, which knows whose it is. */
const passwordOrNone = z
  .string()
  .optional()
  .transform((password) => password || undefined);

export const AddUser = z.object({
  email: emailAddress,
  name: text(100),
  role: word(ROLES),
  password: passwordOrNone,
});
export type AddUser = z.output<typeof AddUser>;

const UserAtVersion = z.object({ userId: id, version: lockVersion });

export const ChangeRole = UserAtVersion.extend({ role: word(ROLES) });
export type ChangeRole = z.output<typeof ChangeRole>;

export const DisableUser = UserAtVersion;
export type DisableUser = z.output<typeof DisableUser>;

export const EnableUser = UserAtVersion;
export type EnableUser = z.output<typeof EnableUser>;

export const ResetPassword = UserAtVersion.extend({ password: passwordOrNone });
export type ResetPassword = z.output<typeof ResetPassword>;

export const ChangeOwnPassword = z.object({
  currentPassword: z.string().min(1, 'Type the password you have now.'),
  newPassword: z.string().min(1, 'Type the password you want.'),
});
export type ChangeOwnPassword = z.output<typeof ChangeOwnPassword>;

/** A box that is not ticked is not sent. */
export const ChooseSingleKeys = z.object({ singleKeys: tick.optional().default(false) });
export type ChooseSingleKeys = z.output<typeof ChooseSingleKeys>;
