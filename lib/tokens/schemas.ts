import { z } from 'zod';
import { TOKEN_SCOPES } from '@/lib/domain/vocabulary';
import { id, text, word } from '@/lib/fields';

export const CreateToken = z.object({ name: text(100), scope: word(TOKEN_SCOPES) });
export type CreateToken = z.output<typeof CreateToken>;

export const RevokeToken = z.object({ tokenId: id });
export type RevokeToken = z.output<typeof RevokeToken>;
