import type { Document, Element } from '@xmldom/xmldom';
import { refuseOtherArchives, refuseOtherFiles, unreadable } from '@/lib/docx/file-kind';
import { MOST_ELEMENTS, parseXml, refuseUnsafeXml, xmlText } from '@/lib/docx/safe-xml';
import { isXml, type Member, scanArchive, unpack } from '@/lib/docx/scan-archive';
import { elements } from '@/lib/docx/word-xml';

export type Part = Document & { documentElement: Element };

/** A relationship of a part: `type` is the last word of its address ("comments", "hyperlink"). */
export type Relationship = { id: string; type: string; target: string; isExternal: boolean };

/** An opened Word document. Names of parts are without the leading slash. */
export type WordPackage = {
  members: readonly Member[];
  /** Name of the main part: word/document.xml, mostly. */
  mainName: string;
  /** Parsed once; null: there is no such part. */
  part: (name: string) => Part | null;
  relationships: (partName: string) => readonly Relationship[];
  /** Name of the part that the main part relates to by this type; null: none. */
  related: (type: string) => string | null;
  contentTypes: Part;
};

/**
 * Opens a Word document: pre-scans the archive, then unpacks and judges every XML part before one is parsed.
 * @throws Refusal `invalid` with a sentence
 */
export async function openWordPackage(bytes: Uint8Array): Promise<WordPackage> {
  refuseOtherFiles(bytes);
  const members = await scanArchive(bytes);
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  const texts = new Map<string, string>();
  let room = MOST_ELEMENTS;
  for (const [key, member] of byName) {
    if (!isXml(key)) continue;
    const text = xmlText(unpack(member));
    room -= refuseUnsafeXml(text, room);
    texts.set(key, text);
  }

  const parsed = new Map<string, Part>();
  const part = (name: string): Part | null => {
    const key = name.toLowerCase();
    const known = parsed.get(key);
    if (known) return known;
    const text = texts.get(key);
    if (text === undefined) return null;
    const document = parseXml(text);
    parsed.set(key, document);
    return document;
  };
  const relationships = (name: string): Relationship[] => {
    const document = part(relationshipsName(name));
    return document === null ? [] : elements(document.documentElement).map(relationship);
  };

  const contentTypes = part('[Content_Types].xml');
  const main = relationships('').find(({ type }) => type === 'officeDocument');
  const mainName = main === undefined ? null : resolveTarget('', main.target);
  const names = new Set(byName.keys());
  refuseOtherArchives(
    names,
    contentTypes === null || mainName === null ? null : contentTypeOf(contentTypes, mainName),
  );
  if (contentTypes === null || mainName === null || !names.has(mainName.toLowerCase()))
    throw unreadable('This Word file is damaged: its text is missing. Save it again in Word.');
  return {
    members,
    mainName: byName.get(mainName.toLowerCase())?.name ?? mainName,
    part,
    relationships,
    related: (type) => {
      const found = relationships(mainName).find((each) => each.type === type && !each.isExternal);
      return found === undefined ? null : resolveTarget(mainName, found.target);
    },
    contentTypes,
  };
}

/** "word/document.xml" has its relationships in "word/_rels/document.xml.rels". */
export function relationshipsName(partName: string): string {
  const cut = partName.lastIndexOf('/') + 1;
  return `${partName.slice(0, cut)}_rels/${partName.slice(cut)}.rels`;
}

function relationship(element: Element): Relationship {
  return {
    id: element.getAttribute('Id') ?? '',
    type: (element.getAttribute('Type') ?? '').split('/').at(-1) ?? '',
    target: element.getAttribute('Target') ?? '',
    isExternal: element.getAttribute('TargetMode') === 'External',
  };
}

/** A target is relative to its part's folder, or from the root of the archive. */
function resolveTarget(partName: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = partName.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}

function contentTypeOf(types: Part, name: string): string | null {
  const all = elements(types.documentElement);
  const override = all.find(
    (each) =>
      each.localName === 'Override' &&
      each.getAttribute('PartName')?.toLowerCase() === `/${name}`.toLowerCase(),
  );
  const extension = name.split('.').at(-1)?.toLowerCase();
  const general = all.find(
    (each) =>
      each.localName === 'Default' && each.getAttribute('Extension')?.toLowerCase() === extension,
  );
  return (override ?? general)?.getAttribute('ContentType') ?? null;
}
