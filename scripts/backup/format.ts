import { z } from 'zod';

/**
 * A backup is one gzip file of lines: the header; for each table its head, its rows (a JSON array of
 * strings and nulls each, as Postgres writes the values) and its foot; the end. The hash in a foot is
 * sha256 over the lines of its rows, the one at the end over the feet's, so that a file cut short or
 * changed anywhere is found out.
 */
export const FORMAT = 'stet-backup-1';

export const Header = z.strictObject({
  format: z.literal(FORMAT),
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.string()),
});

export const TableHead = z.strictObject({ table: z.string(), columns: z.array(z.string()) });

export const TableFoot = z.strictObject({ rows: z.int(), sha256: z.string() });

export const End = z.strictObject({ tables: z.int(), rows: z.int(), sha256: z.string() });
export type End = z.infer<typeof End>;
