import type { NextRequest } from 'next/server';
import { answerAuth } from '@/lib/auth/next-auth';
import { refuseForeignOrigin } from '@/lib/auth/same-origin';
import { Refusal } from '@/lib/errors';

type Params = { params: Promise<{ nextauth: string[] }> };

/** What of next-auth is in use; its page for logging from browsers, for one, is not. */
const OPEN = new Set(['csrf', 'session', 'providers', 'signin', 'signout', 'callback', 'error']);

async function answer(request: NextRequest, { params }: Params): Promise<Response> {
  const { nextauth } = await params;
  if (!OPEN.has(nextauth[0] ?? '')) return new Response('Not found', { status: 404 });
  return answerAuth(request, nextauth);
}

export const GET = answer;

export async function POST(request: NextRequest, params: Params): Promise<Response> {
  try {
    refuseForeignOrigin(request);
  } catch (error) {
    if (error instanceof Refusal) return new Response(error.message, { status: 403 });
    throw error;
  }
  return answer(request, params);
}
