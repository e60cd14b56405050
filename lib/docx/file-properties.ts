import type { WordPackage } from '@/lib/docx/word-package';
import { elements, ownText } from '@/lib/docx/word-xml';

/** What the file says of itself, which is often what a template or an earlier file said. Null: nothing. */
export type FileProperties = {
  title: string | null;
  author: string | null;
  language: string | null;
};

export function readProperties(file: WordPackage): FileProperties {
  const core = file.relationships('').find(({ type }) => type === 'core-properties');
  const root = core && file.part(core.target.replace(/^\//, ''))?.documentElement;
  const said = (name: string): string | null => {
    const element = root && elements(root).find(({ localName }) => localName === name);
    const words = element ? ownText(element).replace(/\s+/g, ' ').trim() : '';
    return words === '' ? null : words;
  };
  return { title: said('title'), author: said('creator'), language: said('language') };
}
