import { crc32 } from 'node:zlib';
import type { Member } from '@/lib/docx/scan-archive';

type Fresh = { bytes: Uint8Array; packed: Uint8Array };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8 = 0x800;
/** 1 January 1980, the first day that ZIP knows. */
const FIRST_DAY = 0x21;

/**
 * A ZIP archive (PKWARE's APPNOTE) with the members in their order. Those that are not in `fresh` are copied as they
 * were packed, byte for byte; new ones come last. No member is large enough for ZIP64: the reading limits see to that.
 */
export function packArchive(
  members: readonly Member[],
  fresh: ReadonlyMap<string, Fresh>,
): Uint8Array {
  const known = new Set(members.map(({ name }) => name));
  const all: Member[] = [
    ...members.map((member) => {
      const change = fresh.get(member.name);
      return change ? { ...member, ...packed(change) } : member;
    }),
    ...[...fresh]
      .filter(([name]) => !known.has(name))
      .map(([name, change]) => ({
        name,
        nameBytes: new TextEncoder().encode(name),
        isUtf8: true,
        time: 0,
        date: FIRST_DAY,
        ...packed(change),
      })),
  ];
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const member of all) {
    const head = header(member);
    directory.push(central(head, offset), member.nameBytes);
    chunks.push(local(head), member.nameBytes, member.packed);
    offset += 30 + member.nameBytes.length + member.packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(all.length, 8);
  end.writeUInt16LE(all.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  const archive = Buffer.concat([...chunks, ...directory, end]);
  return new Uint8Array(archive.buffer, archive.byteOffset, archive.byteLength);
}

const packed = ({ bytes, packed: deflated }: Fresh) => ({
  method: 8,
  crc: crc32(bytes) >>> 0,
  packed: deflated,
  size: bytes.length,
});

/** The 26 bytes that both headers share, from "version needed" on. */
function header({
  isUtf8,
  method,
  time,
  date,
  crc,
  packed: bytes,
  size,
  nameBytes,
}: Member): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(isUtf8 ? UTF8 : 0, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt16LE(time, 6);
  head.writeUInt16LE(date, 8);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(bytes.length, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(nameBytes.length, 22);
  return head;
}

function local(head: Buffer): Buffer {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(LOCAL);
  return Buffer.concat([signature, head]);
}

function central(head: Buffer, offset: number): Buffer {
  const before = Buffer.alloc(6);
  before.writeUInt32LE(CENTRAL);
  before.writeUInt16LE(20, 4);
  const after = Buffer.alloc(14);
  after.writeUInt32LE(offset, 10);
  return Buffer.concat([before, head, after]);
}
