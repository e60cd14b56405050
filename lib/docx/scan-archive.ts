import { crc32, inflateRawSync } from 'node:zlib';
import yauzl, { type Entry } from 'yauzl';
import { DAMAGED, HOSTILE, unreadable } from '@/lib/docx/file-kind';

/** A member of the archive as it lies there. */
export type Member = {
  name: string;
  nameBytes: Uint8Array;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  /** Bytes as they lie in the archive. */
  packed: Uint8Array;
  /** Bytes when unpacked, as the directory says; unpacking holds it to that. */
  size: number;
  /** DOS time and date, as stored. */
  time: number;
  date: number;
  /** Whether its name is UTF-8. */
  isUtf8: boolean;
};

const MB = 1024 * 1024;
/** More than any newsroom's document, and little enough to hold in memory together. */
const LIMITS = {
  file: 64 * MB,
  members: 4_000,
  member: 64 * MB,
  total: 192 * MB,
  xml: 24 * MB,
  totalXml: 64 * MB,
  /** Deflate's own best is 1,032 to 1; Word's XML packs 5 to 40 to 1. */
  ratio: 200,
  /** Small members may pack well. */
  ratioFrom: MB,
};

const ADVICE = 'Open the document in Word, save it as a new .docx file and bring that in.';

/**
 * The members of a ZIP archive, judged by their directory before a byte is unpacked: number, sizes, ratio, names,
 * encryption, archives inside archives, members that share their bytes.
 * @throws Refusal `invalid` with a sentence
 */
export async function scanArchive(bytes: Uint8Array): Promise<Member[]> {
  if (bytes.length > LIMITS.file)
    throw unreadable(
      `This file is larger than ${LIMITS.file / MB} MB. Take the pictures out of it and bring it in again.`,
    );
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = await readDirectory(buffer);
  const seen = new Set<string>();
  let total = 0;
  let totalXml = 0;
  for (const entry of entries) {
    const key = entry.fileName.toLowerCase();
    if (seen.has(key)) throw unreadable(`${HOSTILE} It holds two members of one name. ${ADVICE}`);
    seen.add(key);
    refuseEntry(entry);
    total += entry.uncompressedSize;
    if (isXml(key)) totalXml += entry.uncompressedSize;
  }
  if (total > LIMITS.total || totalXml > LIMITS.totalXml)
    throw unreadable(`${HOSTILE} Unpacked it would be far too large. ${ADVICE}`);
  const members = entries.map((entry) => ({ entry, ...locate(buffer, entry) }));
  refuseOverlap(members);
  return members
    .filter(({ entry }) => !entry.fileName.endsWith('/'))
    .map(({ entry, from, to }) => ({
      name: entry.fileName,
      nameBytes: entry.fileNameRaw,
      method: entry.compressionMethod,
      crc: entry.crc32 >>> 0,
      packed: buffer.subarray(from, to),
      size: entry.uncompressedSize,
      time: entry.lastModFileTime,
      date: entry.lastModFileDate,
      isUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
    }));
}

/** The member's own bytes. Never more of them than the directory said. */
export function unpack({ method, packed, size, crc }: Member): Uint8Array {
  let bytes: Uint8Array;
  try {
    // A member of no bytes has nothing that could grow past the limit, and zlib takes no limit of 0.
    bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw unreadable(DAMAGED);
  }
  if (bytes.length !== size || crc32(bytes) >>> 0 !== crc) throw unreadable(DAMAGED);
  return bytes;
}

export const isXml = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);

async function readDirectory(buffer: Buffer): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    const zip = await yauzl.fromBufferPromise(buffer, { strictFileNames: true });
    if (zip.entryCount > LIMITS.members)
      throw unreadable(`${HOSTILE} It holds ${zip.entryCount} members. ${ADVICE}`);
    for await (const entry of zip.eachEntry()) {
      entries.push(entry);
      if (entries.length > LIMITS.members) throw unreadable(`${HOSTILE} ${ADVICE}`);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'Refusal') throw error;
    // yauzl's own words on names are the only ones that tell of malice.
    throw unreadable(
      /^(?:absolute path|invalid relative path|invalid characters in fileName)/.test(error.message)
        ? `${HOSTILE} The name of one of its members leads out of the archive. ${ADVICE}`
        : DAMAGED,
    );
  }
  return entries;
}

function refuseEntry(entry: Entry): void {
  const { fileName: name, compressedSize: packed, uncompressedSize: size } = entry;
  if ((entry.generalPurposeBitFlag & 0x41) !== 0)
    throw unreadable(
      'This file is locked with a password. Open it in Word, take the password off, save it and bring it in again.',
    );
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw unreadable(DAMAGED);
  if (hasControl(name) || name.length > 400)
    throw unreadable(`${HOSTILE} The name of one of its members is no name. ${ADVICE}`);
  if (size > LIMITS.member || (isXml(name) && size > LIMITS.xml))
    throw unreadable(`${HOSTILE} Unpacked it would be far too large. ${ADVICE}`);
  if (size > LIMITS.ratioFrom && size > packed * LIMITS.ratio)
    throw unreadable(`${HOSTILE} Unpacked it would be ${LIMITS.ratio} times as large. ${ADVICE}`);
  // Charts bring their workbook along, and Word puts it there; it is never opened.
  if (/\.(?:zip|docx|docm|xlsx|pptx|jar|gz|7z|rar)$/i.test(name) && !/\/embeddings\//i.test(name))
    throw unreadable(`${HOSTILE} It holds another archive. ${ADVICE}`);
}

const hasControl = (name: string): boolean =>
  [...name].some((character) => (character.codePointAt(0) ?? 0) < 0x20);

/** Where the member's bytes lie. Its own header must tell the same name, or two programs would read two files. */
function locate(buffer: Buffer, entry: Entry): { head: number; from: number; to: number } {
  const head = entry.relativeOffsetOfLocalHeader;
  if (head + 30 > buffer.length || buffer.readUInt32LE(head) !== 0x04034b50)
    throw unreadable(DAMAGED);
  const nameLength = buffer.readUInt16LE(head + 26);
  const from = head + 30 + nameLength + buffer.readUInt16LE(head + 28);
  const to = from + entry.compressedSize;
  if (to > buffer.length) throw unreadable(DAMAGED);
  if (!buffer.subarray(head + 30, head + 30 + nameLength).equals(entry.fileNameRaw))
    throw unreadable(`${HOSTILE} It gives one of its members two names. ${ADVICE}`);
  return { head, from, to };
}

function refuseOverlap(members: readonly { head: number; to: number }[]): void {
  let end = 0;
  for (const { head, to } of [...members].sort((a, b) => a.head - b.head)) {
    if (head < end) throw unreadable(`${HOSTILE} Its members share their bytes. ${ADVICE}`);
    end = to;
  }
}
