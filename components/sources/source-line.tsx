import { Icon } from '@/components/ui/icon';
import { DERIVATION_LABELS, SOURCE_KIND_LABELS } from '@/lib/domain/labels';
import type { Derivation } from '@/lib/domain/vocabulary';
import { count } from '@/lib/format';
import type { Ancestor } from '@/lib/sources/lineage';

type Derivative = { id: string; title: string; derivation: Derivation | null };

/** Where a source comes from, down to the first of its line, and what comes from it: one origin, however many. */
export function SourceLine({ line, derivatives }: Props) {
  const [, ...ancestors] = line;
  return (
    <section aria-labelledby="source-line">
      <h2 id="source-line" className="border-b border-rule-strong pb-2">
        Where it comes from
      </h2>
      {ancestors.length === 0 ? (
        <p className="py-2 text-ink-2">
          From no other source in the library: it can be an origin of its own.
        </p>
      ) : (
        <ol>
          {ancestors.map((ancestor, i) => (
            <li key={ancestor.id} className="border-b border-rule py-1.5">
              <span className="block text-small text-ink-3">
                {i === 0 ? 'It ' : 'which '}
                {DERIVATION_LABELS[line[i]?.derivation ?? 'QUOTES']}
              </span>
              <a href={`/sources/${ancestor.id}`} className="l-name words" dir="auto">
                {ancestor.title}
              </a>
              <span className="ml-2 text-small text-ink-3">
                {SOURCE_KIND_LABELS[ancestor.kind]}
              </span>
            </li>
          ))}
        </ol>
      )}
      {derivatives.length > 0 && (
        <>
          <h3 className="mt-5 flex items-center gap-1.5 border-b border-rule pb-1.5">
            <Icon name="fork" size={14} />
            {count(derivatives.length, 'source')} from it
          </h3>
          <p className="py-2 text-ink-2">They count as one origin together with it.</p>
          <ul>
            {derivatives.map((derived) => (
              <li key={derived.id} className="border-t border-rule py-1.5">
                <a href={`/sources/${derived.id}`} className="l-name words" dir="auto">
                  {derived.title}
                </a>
                <span className="ml-2 text-small text-ink-3">
                  {DERIVATION_LABELS[derived.derivation ?? 'QUOTES']} it
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type Props = {
  /** From the source itself to the first of its line. */
  line: readonly Ancestor[];
  derivatives: readonly Derivative[];
};
