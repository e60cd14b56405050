import { copySizeProblem } from '@/lib/domain/copy-rules';

/** The text of a file to the character, or why it cannot be brought in, as a sentence. */
export type CopyFile = { text: string; problem: null } | { text: null; problem: string };

/**
 * Reads a plain text file as it is: UTF-8, every character kept, a byte order mark too. For the server and the browser.
 * Too large a file is refused before it is read.
 */
export async function readCopyFile(file: Blob & { name: string }): Promise<CopyFile> {
  const problem = copySizeProblem(file.size);
  if (problem !== null) return { text: null, problem };
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(await file.arrayBuffer()), problem: null };
  } catch {
    return {
      text: null,
      problem: `${file.name} is not plain text in UTF-8. Save it as plain text (UTF-8) and choose it again, or paste its words.`,
    };
  }
}
