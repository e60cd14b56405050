import { type ClaimAnchor, type Reanchored, reanchor } from '@/lib/domain/reanchor';
import type { VersionText } from '@/lib/domain/version-text';

/** As `reanchor`; long copy is done in a worker thread, so that the desk goes on answering. */
export async function reanchorInWorker(input: {
  before: VersionText;
  after: VersionText;
  language: string;
  anchors: readonly ClaimAnchor[];
}): Promise<Reanchored[]> {
  return reanchor(input);
}
