import { z } from 'zod';
import { id, optional } from '@/lib/fields';
import { isTimeZone } from '@/lib/format';

export const SHEET_FORMATS = ['xlsx', 'csv', 'zip', 'json'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** The tables of the sheet that are CSV files of their own. */
export const SHEET_PARTS = ['claims', 'evidence', 'sources'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

/** Yes or no in an address: `bom=0`. */
export const Flag01 = z.preprocess(
  (value) =>
    value === '1' || value === 'true' ? true : value === '0' || value === 'false' ? false : value,
  z.boolean('Say 1 or 0.'),
);

export const ExportSheet = z.strictObject({
  storyId: id,
  format: z.enum(SHEET_FORMATS),
  /** For `csv`: which table. Absent: the claims. */
  part: optional(z.enum(SHEET_PARTS)),
  /** For `csv` and `zip`: begin with a byte order mark, for Excel. Absent: yes. */
  bom: optional(Flag01),
  /** IANA zone in which times are written. Absent: UTC. */
  zone: optional(
    z.string().refine(isTimeZone, 'Write the zone as Europe/London or another name of its kind.'),
  ),
});
export type ExportSheet = z.output<typeof ExportSheet>;
