import type { ClearanceKind } from './vocabulary';

export const CLEARANCE_LABELS: Readonly<Record<ClearanceKind, string>> = {
  RESEARCH: 'Research',
  LEGAL: 'Legal',
  EDITOR: 'Editor',
};
