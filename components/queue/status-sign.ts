import { STATUS_LOOKS } from '@/components/ui/status-look';
import type { ClaimStatus } from '@/lib/domain/vocabulary';

/**
 * The classes of a status drawn by the style sheet alone (status-signs.css): fifty drawings in a page would cost the
 * server as much as the rest of their rows. The word stands inside.
 */
export const STATUS_SIGNS = Object.fromEntries(
  Object.entries(STATUS_LOOKS).map(([status, { icon, tint }]) => [
    status,
    `sign ${tint} drawn drawn-${icon}`,
  ]),
) as Readonly<Record<ClaimStatus, string>>;
