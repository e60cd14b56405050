/**
 * Fills an empty database with the demo desk: DATABASE_URL=postgresql://… tsx prisma/seed.ts
 * Does nothing where anybody has an account.
 */
import { database, disconnect } from '@/lib/db/client';
import { ferryContract } from './demo/ferry-contract';
import { kremlinNight } from './demo/kremlin-night';
import { makeDemoDesk } from './demo/run';
import { schoolMeals } from './demo/school-meals';

try {
  if ((await database().user.findFirst({ select: { id: true } })) === null) {
    const made = new Date();
    made.setSeconds(0, 0);
    await makeDemoDesk(made, [kremlinNight, ferryContract, schoolMeals]);
  }
} finally {
  await disconnect();
}
