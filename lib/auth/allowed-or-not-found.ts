import { notFound } from 'next/navigation';
import { Refusal } from '@/lib/errors';

/** For a page of people with a certain role: to everybody else it is a page that is not there. */
export async function allowedOrNotFound<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-allowed') notFound();
    throw error;
  }
}
