import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/auth/sign-in-form';
import { readerZone } from '@/components/frame/current-reader';
import { ReaderProvider } from '@/components/frame/reader';
import { contextOrNull } from '@/lib/auth/current-user';
import { ownPath } from '@/lib/auth/own-path';
import { hasDemoAccounts } from '@/lib/auth/queries';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const page = typeof next === 'string' ? ownPath(next) : undefined;
  if ((await contextOrNull()) !== null) redirect(page ?? '/');
  const [zone, demo] = await Promise.all([readerZone(), hasDemoAccounts()]);
  return (
    <ReaderProvider zone={zone} now={Date.now()} userId={null} singleKeys={false}>
      <main className="grid flex-1 min-[56.25rem]:grid-cols-[minmax(0,1fr)_minmax(26rem,35rem)]">
        <Proof />
        <div className="flex flex-col justify-center px-6 py-10 min-[56.25rem]:px-[clamp(2rem,7vw,6.25rem)]">
          <p className="mark mb-9 self-start text-[2rem]! decoration-[3px]! underline-offset-[7px]!">
            stet
          </p>
          <h1 className="text-[1.25rem]! leading-7!">Sign in to the desk</h1>
          <SignInForm next={page} demo={demo} />
          <p className="mt-5 text-small text-ink-3">
            No account? Whoever runs your desk can add you.
          </p>
        </div>
      </main>
    </ReaderProvider>
  );
}

/** The word on the door: a correction taken back in the margin, and what it is called. */
function Proof() {
  return (
    <section
      aria-hidden="true"
      className="flex flex-col justify-center border-r border-rule-strong bg-paper pr-18 pl-24 max-xl:pl-14 max-[56.25rem]:hidden"
    >
      <p className="relative max-w-124 font-copy max-xl:pr-16 text-[1.75rem] leading-12 tracking-[-0.006em]">
        The southern command counted differently: 15 had been aimed at the port,{' '}
        <span className="whitespace-nowrap underline decoration-blue decoration-dotted decoration-[3px] underline-offset-[10px]">
          <span className="absolute left-full text-blue max-xl:-ml-11 xl:ml-5 italic">stet</span>
          <span className="line-through decoration-blue decoration-solid decoration-2">
            12 of them
          </span>
        </span>{' '}
        were shot down and three went through to a student residence.
      </p>
      <p className="mt-10 max-w-124 font-copy text-[1rem] leading-6 text-ink-3">
        <b className="font-medium text-ink italic">stet</b>, <i>v.</i> Let it stand. Written in the
        margin beside words struck out in error, with dots beneath them.
      </p>
    </section>
  );
}
