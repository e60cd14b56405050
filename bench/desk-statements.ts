/**
 * Writes the statements the desk reads with into FILE, as JSON, so that the floor runs the very same ones:
 * `tsx bench/desk-statements.ts DUE CLAIM_ID FILE`, of the last row before the deep page.
 */
import { writeFile } from 'node:fs/promises';
import { claimsWhere } from '@/lib/claims/claim-record';
import { type ClaimPageRequest, claimPageStatement } from '@/lib/claims/list-claims';
import { encodeCursor } from '@/lib/db/cursor';
import { Prisma } from '@/prisma/generated/client';

const [due = '', claimId = '', file = ''] = process.argv.slice(2);
const PAGE: ClaimPageRequest = {
  filter: {},
  sort: 'due',
  descending: false,
  limit: 50,
  cursor: null,
};

const statements = {
  first: claimPageStatement(PAGE),
  deep: claimPageStatement({ ...PAGE, cursor: encodeCursor('due+', [due, claimId]) }),
  search: claimPageStatement({ ...PAGE, filter: { text: 'harbour verdict' } }),
  // Its one value is the claim's id.
  claim: claimsWhere(Prisma.sql`c.id = ${claimId}::uuid`),
};
const plain = Object.entries(statements).map(([name, { text, values }]) => [
  name,
  { name, text, values },
]);
await writeFile(file, JSON.stringify(Object.fromEntries(plain)));
