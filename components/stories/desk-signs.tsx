import { Icon } from '@/components/ui/icon';
import { STATUS_LOOKS } from '@/components/ui/status-look';
import { CLAIM_STATUSES, type ClaimStatus } from '@/lib/domain/vocabulary';

/** The status icons, drawn once for the whole desk: a story may show each of them a thousand times. */
export function StatusDrawings() {
  return (
    <svg className="absolute size-0" aria-hidden="true">
      {CLAIM_STATUSES.map((status) => (
        <symbol key={status} id={drawingId(status)} viewBox="0 0 16 16">
          <Icon name={STATUS_LOOKS[status].icon} />
        </symbol>
      ))}
    </svg>
  );
}

/** A status icon out of `StatusDrawings`. */
export const StatusDrawing = ({ status }: { status: ClaimStatus }) => (
  <svg width="13" height="13" aria-hidden="true">
    <use href={`#${drawingId(status)}`} />
  </svg>
);

const drawingId = (status: ClaimStatus): string => `status-${status}`;
