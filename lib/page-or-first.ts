import { Refusal } from '@/lib/errors';

/**
 * The page of a list that an address asks for. When its cursor is of another list or damaged, the first page comes,
 * with the sentence that says so; null: all is well.
 */
export async function pageOrFirst<Page>(
  cursor: string | null,
  read: (cursor: string | null) => Promise<Page>,
): Promise<{ page: Page; problem: string | null }> {
  try {
    return { page: await read(cursor), problem: null };
  } catch (error) {
    if (!(error instanceof Refusal) || cursor === null) throw error;
    return { page: await read(null), problem: error.message };
  }
}
