import { revalidatePath } from 'next/cache';
import { Refusal } from '@/lib/errors';

/** Whoever was too late is shown what is there now beside the words they typed, so that the next try can go through. */
export async function showingConflicts<Result>(change: Promise<Result>): Promise<Result> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') revalidatePath('/', 'layout');
    throw error;
  }
}
