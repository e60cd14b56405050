import type { Metadata } from 'next';
import { NewTokenForm } from '@/components/settings/new-token-form';
import { Section } from '@/components/settings/section';
import { TokenTable } from '@/components/settings/token-table';
import { currentContext } from '@/lib/auth/current-user';
import { may } from '@/lib/domain/desk-permissions';
import { listTokens, listTokensOfOthers } from '@/lib/tokens/queries';

export const metadata: Metadata = { title: 'API tokens' };

export default async function TokensPage() {
  const ctx = await currentContext();
  const [own, others] = await Promise.all([
    listTokens(ctx),
    may(ctx.actor.role, 'see-every-token') ? listTokensOfOthers(ctx) : [],
  ]);
  return (
    <>
      <Section
        title="Make a token"
        about="With a token, a program of your newsroom works at the desk as you: with your role, and under your name in the log."
      >
        <NewTokenForm />
      </Section>
      <Section title="Your tokens" wide>
        {own.length === 0 ? (
          <p className="text-ink-3">You have none yet. Make one when a program needs it.</p>
        ) : (
          <TokenTable label="Your tokens" tokens={own} />
        )}
      </Section>
      {others.length > 0 && (
        <Section title="Tokens of others" about="Those that work now." wide>
          <TokenTable label="Tokens of others" tokens={others} withOwner />
        </Section>
      )}
    </>
  );
}
