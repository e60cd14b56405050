'use client';

import { useDeskOrNull } from '@/components/stories/desk-context';

/** SHA-256 of the text the reader has on screen: the copy beside the claim, or where there is none the claim's own. */
export const useScreenHash = (own: string): string => useDeskOrNull()?.contentSha256 ?? own;
