import { randomBytes } from 'node:crypto';

/** 256 random bits in 43 signs of base64url: nothing to guess, nothing to read from it. */
export const newReference = (): string => randomBytes(32).toString('base64url');

export const isReference = (text: string): boolean => /^[\w-]{43}$/.test(text);
