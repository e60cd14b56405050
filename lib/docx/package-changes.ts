import { deflateRawSync } from 'node:zlib';
import type { Element } from '@xmldom/xmldom';
import { packArchive } from '@/lib/docx/pack-archive';
import { parseXml, xmlBytes } from '@/lib/docx/safe-xml';
import { type Part, relationshipsName, type WordPackage } from '@/lib/docx/word-package';
import { elements } from '@/lib/docx/word-xml';

/** A part that the document may lack. */
export type NewPart = {
  /** Last word of its relationship's address. */
  type: string;
  relationship: string;
  contentType: string;
  /** Where it goes when there is none, beside the main part. */
  name: string;
  xml: string;
};

/** What is being changed in a document. Parts that are not touched keep their bytes. */
export type PackageChanges = {
  touch: (name: string) => void;
  /** The part of this type; made, with its relationship and content type, when there is none. */
  ensure: (part: NewPart) => Part;
  /** The part of this type, when the document has it. */
  existing: (type: string) => Part | null;
  bytes: () => Uint8Array;
};

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function changePackage(file: WordPackage): PackageChanges {
  const changed = new Map<string, Part>();
  const nameOf = (name: string): string =>
    file.members.find((member) => member.name.toLowerCase() === name.toLowerCase())?.name ?? name;

  const touch = (name: string): void => {
    const part = file.part(name);
    if (part !== null) changed.set(nameOf(name), part);
  };

  const relationships = (): Part => {
    const name = relationshipsName(file.mainName);
    const part =
      changed.get(nameOf(name)) ??
      file.part(name) ??
      withRoot(`<Relationships xmlns="${RELATIONSHIPS}"/>`);
    changed.set(nameOf(name), part);
    return part;
  };

  const made = new Map<string, Part>();
  const existing = (type: string): Part | null => {
    const fresh = made.get(type);
    if (fresh) return fresh;
    const name = file.related(type);
    const part = name === null ? null : file.part(name);
    if (name !== null && part !== null) touch(name);
    return part;
  };

  return {
    touch,
    existing,
    ensure: (wanted) => {
      const known = existing(wanted.type);
      if (known !== null) return known;
      const folder = file.mainName.slice(0, file.mainName.lastIndexOf('/') + 1);
      const taken = new Set(file.members.map(({ name }) => name.toLowerCase()));
      let name = `${folder}${wanted.name}`;
      for (let n = 2; taken.has(name.toLowerCase()); n++)
        name = `${folder}${wanted.name.replace('.xml', `${n}.xml`)}`;
      const part = withRoot(wanted.xml);
      made.set(wanted.type, part);
      changed.set(name, part);

      const { documentElement: links } = relationships();
      const ids = new Set(elements(links).map((each) => each.getAttribute('Id')));
      let id = elements(links).length + 1;
      while (ids.has(`rId${id}`)) id++;
      append(links, 'Relationship', {
        Id: `rId${id}`,
        Type: wanted.relationship,
        Target: name.slice(folder.length),
      });
      append(file.contentTypes.documentElement, 'Override', {
        PartName: `/${name}`,
        ContentType: wanted.contentType,
      });
      touch('[Content_Types].xml');
      return part;
    },
    bytes: () => {
      const fresh = new Map(
        [...changed].map(([name, part]) => {
          const bytes = xmlBytes(part);
          return [name, { bytes, packed: deflateRawSync(bytes) }];
        }),
      );
      return packArchive(file.members, fresh);
    },
  };
}

const withRoot = (xml: string): Part => parseXml(xml);

function append(parent: Element, name: string, attributes: Readonly<Record<string, string>>): void {
  const element = parent.ownerDocument?.createElementNS(
    parent.namespaceURI,
    parent.prefix ? `${parent.prefix}:${name}` : name,
  );
  if (!element) throw new Error('The part has no document.');
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.appendChild(element);
}
