import { buttonClass } from '@/components/ui/button';
import { Select } from '@/components/ui/field';
import type { EarlierExport } from '@/lib/sheets/queries';
import { CheckFile } from './check-file';
import { paperTime } from './paper-time';

/** Beside the paper: what else can be exported, and what already was. */
export function ExportSide({ address, zone, may, whyNot, hasProtected, isLawyer, exports }: Props) {
  return (
    <aside
      aria-label="Export"
      className="no-print shrink-0 border-rule-strong px-6 py-4.5 max-xl:border-t xl:w-66 xl:overflow-auto xl:border-l max-md:px-4"
    >
      <h2 className="mb-2 text-ui">What goes in</h2>
      <p className="text-ink-2">
        All claims with their evidence, sources, overrides and the record.{' '}
        {isLawyer
          ? 'Your copy has the notes for the lawyer.'
          : 'Notes for the lawyer go into the lawyer’s own copy alone.'}
      </p>
      {hasProtected && (
        <p className="mt-2 text-small text-ink-3">
          Protected sources print by number, without who they are, in every copy.
        </p>
      )}
      {may ? (
        <form method="get" action={address} className="mt-4">
          <input type="hidden" name="zone" value={zone} />
          <label htmlFor="sheet-table" className="mb-1 block font-medium">
            Other tables as CSV
          </label>
          <Select id="sheet-table" name="part" size="compact" options={TABLES} />
          <label className="mt-2 flex min-h-6 items-center gap-2">
            <input type="checkbox" name="bom" value="0" className="tick-box" />
            Without a byte order mark
          </label>
          <p className="mb-2 text-small text-ink-3">For programs other than Excel.</p>
          <div className="flex flex-wrap gap-2">
            <button
              type="submit"
              name="format"
              value="csv"
              className={buttonClass({ size: 'compact' })}
            >
              Download table
            </button>
            <button
              type="submit"
              name="format"
              value="zip"
              className={buttonClass({ size: 'compact' })}
            >
              All three, zipped
            </button>
          </div>
        </form>
      ) : (
        <p className="mt-4 text-ink-2">{whyNot}</p>
      )}
      <h2 className="mt-5.5 mb-1 border-t border-rule pt-4 text-ui">Earlier exports</h2>
      {exports.length === 0 ? (
        <p className="text-ink-3">None yet. Each file that leaves is listed here with its hash.</p>
      ) : (
        <ul className="num max-h-96 overflow-auto">
          {exports.map((each) => (
            <li key={each.id} className="border-b border-rule py-1.5">
              <span className="flex gap-2">
                <span className="font-strong">{each.format.toUpperCase()}</span>
                {each.part !== null && <span>{each.part}</span>}
              </span>
              <span className="block text-ink-3">
                {paperTime(each.at, zone)}, {each.by}
              </span>
              {each.sha256 === null ? (
                <span className="block text-small text-ink-3">Not finished: no hash</span>
              ) : (
                <span title={each.sha256} className="block font-mono text-micro text-ink-3">
                  {each.sha256.slice(0, 8)}…{each.sha256.slice(-8)}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      <CheckFile
        exports={exports.flatMap(({ sha256, format, part, by, at }) =>
          sha256 === null
            ? []
            : [
                {
                  sha256,
                  words: `${[format.toUpperCase(), part].filter((word) => word !== null).join(', ')} of ${paperTime(at, zone)}, ${by}`,
                },
              ],
        )}
      />
    </aside>
  );
}

const TABLES = [
  { value: 'evidence', label: 'Evidence' },
  { value: 'sources', label: 'Sources' },
  { value: 'claims', label: 'Claims' },
];

type Props = {
  /** Where the API exports this story's sheet. */
  address: string;
  zone: string;
  may: boolean;
  whyNot: string;
  hasProtected: boolean;
  isLawyer: boolean;
  exports: readonly EarlierExport[];
};
