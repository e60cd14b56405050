'use client';

import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { revokeToken } from '@/lib/tokens/actions';

/** Behind a disclosure, so that one press too many revokes nothing; it opens before JavaScript too. */
export function RevokeTokenForm({ tokenId, name }: { tokenId: string; name: string }) {
  return (
    <details>
      <summary className="link min-h-6 list-none" aria-label={`Revoke ${name}`}>
        Revoke
      </summary>
      <KeptForm action={revokeToken} className="mt-1 grid max-w-60 gap-2 pb-1">
        <input type="hidden" name="tokenId" value={tokenId} />
        <p className="text-small text-ink-2">
          Programs that use it are refused from then on. It cannot be undone.
        </p>
        <div>
          <SubmitButton size="compact" pendingWord="Revoking">
            Revoke now
          </SubmitButton>
        </div>
      </KeptForm>
    </details>
  );
}
