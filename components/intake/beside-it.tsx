import { Checkbox } from '@/components/ui/field';
import type { Annotation } from '@/lib/domain/intake-proposal';
import { count, number } from '@/lib/format';

type Group = 'comments' | 'notes' | 'links' | 'changes';

const GROUPS: readonly { group: Group; one: string; kinds: readonly string[]; becomes: string }[] =
  [
    {
      group: 'comments',
      one: 'comment',
      kinds: ['COMMENT'],
      becomes: 'Each thread marks its words as a claim, with its words as notes.',
    },
    {
      group: 'notes',
      one: 'footnote',
      kinds: ['FOOTNOTE', 'ENDNOTE'],
      becomes: 'Each marks its sentence as a claim and names a source, which waits for a checker.',
    },
    {
      group: 'links',
      one: 'link',
      kinds: ['LINK'],
      becomes: 'Each marks its sentence as a claim and names a source, which waits for a checker.',
    },
    {
      group: 'changes',
      one: 'tracked change',
      kinds: ['CHANGE'],
      becomes: 'Each becomes a suggested change. The copy here has the words before it.',
    },
  ];

/** What was written beside and into the draft, and whether it comes along. */
export function BesideIt({ copy, annotations }: Props) {
  const groups = GROUPS.map((group) => ({
    ...group,
    found: annotations.filter(({ kind }) => group.kinds.includes(kind)),
  })).filter(({ found }) => found.length > 0);
  if (groups.length === 0) return null;
  return (
    <fieldset className="border-y border-rule py-3">
      <legend className="float-left mb-1 w-full font-strong">Written beside it</legend>
      {/* None of them ticked is an answer too. */}
      <input type="hidden" name="take" value="" />
      <div className="clear-both">
        {groups.map(({ group, one, becomes, found }) => (
          <div key={group} className="mb-1">
            <Checkbox
              name="take"
              value={group}
              defaultChecked
              label={count(found.length, one)}
              hint={becomes}
            />
            <details className="ml-6 text-small">
              <summary className="cursor-pointer py-1 text-ink-3">Show them</summary>
              <ul className="max-h-60 overflow-auto">
                {found.slice(0, SHOWN).map((annotation, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two may be alike
                  <li key={at} className="border-b border-rule py-1" dir="auto">
                    <span className="font-copy text-words leading-5">
                      “{short(copy.slice(annotation.start, annotation.end))}”
                    </span>
                    <span className="block break-words text-ink-3">{about(annotation)}</span>
                  </li>
                ))}
                {found.length > SHOWN && (
                  <li className="py-1 text-ink-3">and {number(found.length - SHOWN)} more</li>
                )}
              </ul>
            </details>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

type Props = { copy: string; annotations: readonly Annotation[] };

const SHOWN = 100;

function about(annotation: Annotation): string {
  switch (annotation.kind) {
    case 'COMMENT':
      return `${annotation.author ?? 'Without a name'}: ${short(annotation.text)}`;
    case 'FOOTNOTE':
    case 'ENDNOTE':
      return short(annotation.text);
    case 'LINK':
      return annotation.url;
    case 'CHANGE':
      return annotation.after === '' ? 'cut' : `becomes “${short(annotation.after)}”`;
  }
}

const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
