import type { Json } from '@/lib/domain/audit-chain';

/** A value as it will be read back from the record: dates as ISO strings, absent members gone. */
export const asJson = (value: object | null): Json => JSON.parse(JSON.stringify(value)) as Json;
