import { besideText, hasWords } from '@/lib/docx/beside-text';
import { webAddress } from '@/lib/docx/link-address';
import type { Body } from '@/lib/docx/read-body';
import type { WordPackage } from '@/lib/docx/word-package';
import { wordAttribute, wordChildren } from '@/lib/docx/word-xml';

export type DraftNote = { text: string; links: readonly string[] };

/** Footnotes or endnotes by id, without the lines that Word draws between them and the text. */
export function readNotes(file: WordPackage, kind: 'footnote' | 'endnote'): Map<string, DraftNote> {
  const name = file.related(`${kind}s`);
  const root = name === null ? null : (file.part(name)?.documentElement ?? null);
  if (name === null || root === null) return new Map();
  const addresses = externalLinks(file, name);
  return new Map(
    wordChildren(root, kind).flatMap((element) => {
      const id = wordAttribute(element, 'id');
      const type = wordAttribute(element, 'type');
      if (id === null || (type !== null && type !== 'normal')) return [];
      const { text, relations, urls } = besideText(element);
      const links = [
        ...relations.map((relation) => addresses.get(relation) ?? ''),
        ...urls,
        ...(text.match(/https?:\/\/[^\s<>"“”«»]+/g) ?? []).map(withoutStop),
      ].flatMap((url) => webAddress(url) ?? []);
      return [[id, { text, links: [...new Set(links)] }] as const];
    }),
  );
}

/** The links of the text with their addresses, in order; those that lead nowhere outside are left out. */
export function readLinks(
  file: WordPackage,
  links: Body['links'],
): { start: number; end: number; url: string }[] {
  const addresses = externalLinks(file, file.mainName);
  return links.flatMap(({ start, end, relation, url }) => {
    const address = webAddress((relation === null ? url : addresses.get(relation)) ?? '');
    return address === null || start === end ? [] : [{ start, end, url: address }];
  });
}

const externalLinks = (file: WordPackage, partName: string): Map<string, string> =>
  new Map(
    file
      .relationships(partName)
      .filter(({ type, isExternal }) => type === 'hyperlink' && isExternal)
      .map(({ id, target }) => [id, target]),
  );

/** The stop of the sentence is not part of an address that stands at its end. */
const withoutStop = (url: string): string => {
  const cut = url.replace(/[.,;:!?'’”»]+$/, '');
  return cut.endsWith(')') && !cut.includes('(') ? cut.slice(0, -1) : cut;
};

/** Whether there are headers or footers with words in them. */
export const hasRunningHeads = (file: WordPackage): boolean =>
  file
    .relationships(file.mainName)
    .filter(({ type }) => type === 'header' || type === 'footer')
    .some(({ target }) => {
      const root = file.part(besideMain(file.mainName, target))?.documentElement;
      return root !== undefined && hasWords(root);
    });

const besideMain = (mainName: string, target: string): string =>
  target.startsWith('/')
    ? target.slice(1)
    : `${mainName.slice(0, mainName.lastIndexOf('/') + 1)}${target}`;
