'use client';

import { useRouter } from 'next/navigation';
import { useShortcuts } from '@/components/frame/shortcuts';
import { Button, ButtonLink } from '@/components/ui/button';

/** To the claims before and after this one, by number. */
export function ClaimSteps({ previousId, nextId, place, total }: Props) {
  const router = useRouter();
  const go = (id: string | null) => {
    if (id !== null) router.push(`/claims/${id}`);
  };
  useShortcuts([
    { keys: 'j', does: 'Next claim', run: () => go(nextId) },
    { keys: 'k', does: 'Previous claim', run: () => go(previousId) },
  ]);
  return (
    <span className="ml-auto flex items-center gap-1">
      <span className="num mr-2 whitespace-nowrap text-ink-3">
        {place} of {total}
      </span>
      <Step id={previousId} icon="up" label="Previous claim" reason="This is the first claim." />
      <Step id={nextId} icon="down" label="Next claim" reason="This is the last claim." />
    </span>
  );
}

type Props = { previousId: string | null; nextId: string | null; place: number; total: number };

function Step({ id, icon, label, reason }: StepProps) {
  return id === null ? (
    <Button variant="quiet" square icon={icon} aria-label={label} disabled={{ reason }} />
  ) : (
    <ButtonLink href={`/claims/${id}`} variant="quiet" square icon={icon} aria-label={label} />
  );
}

type StepProps = { id: string | null; icon: 'up' | 'down'; label: string; reason: string };
