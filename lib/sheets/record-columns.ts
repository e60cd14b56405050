import { SET_ASIDE_LABELS } from '@/lib/domain/set-aside-rules';
import type { Column } from '@/lib/domain/sheet-columns';
import type { SetAsideLine } from '@/lib/sheets/coverage-words';
import type { AuditLine } from '@/lib/sheets/read-sheet';
import type { OverrideLine } from '@/lib/sheets/sheet-facts';

export const OVERRIDE_COLUMNS: readonly Column<OverrideLine>[] = [
  { key: 'claim', head: 'Claim', width: 8, cell: (line) => line.claimRef },
  {
    key: 'kind',
    head: 'What',
    width: 22,
    cell: (line) => (line.kind === 'override' ? 'Override' : 'Single-person check'),
  },
  { key: 'at', head: 'At', width: 17, cell: ({ at }) => at && { at, zone: null } },
  { key: 'by', head: 'By', width: 20, cell: (line) => line.by },
  { key: 'reason', head: 'Reason', width: 60, cell: (line) => line.reason },
];

export const SET_ASIDE_COLUMNS: readonly Column<SetAsideLine>[] = [
  { key: 'where', head: 'Where', width: 14, cell: (line) => line.where },
  { key: 'words', head: 'Words set aside', width: 80, cell: (line) => line.words },
  { key: 'reason', head: 'Reason', width: 20, cell: ({ reason }) => SET_ASIDE_LABELS[reason] },
  { key: 'by', head: 'By', width: 20, cell: (line) => line.by },
  { key: 'at', head: 'At', width: 17, cell: ({ at }) => ({ at, zone: null }) },
];

export const AUDIT_COLUMNS: readonly Column<AuditLine>[] = [
  { key: 'seq', head: 'No.', width: 8, cell: (line) => line.seq },
  { key: 'at', head: 'At', width: 17, cell: ({ at }) => ({ at, zone: null }) },
  { key: 'by', head: 'Who', width: 20, cell: (line) => line.by },
  { key: 'what', head: 'What', width: 30, cell: (line) => line.what },
  { key: 'claim', head: 'Claim', width: 8, cell: (line) => line.claimRef },
  { key: 'text', head: 'SHA-256 of the text', width: 66, cell: (line) => line.versionSha },
  { key: 'hash', head: 'Hash of the entry', width: 66, cell: (line) => line.hash },
];
