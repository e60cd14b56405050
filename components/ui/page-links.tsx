import { buttonClass } from './button';
import { Icon } from './icon';

/** The way through a list's pages: on, and back to its beginning. Nothing when there is one page alone. */
export function PageLinks({ firstHref, nextHref }: Props) {
  if (firstHref === null && nextHref === null) return null;
  return (
    <nav aria-label="Pages" className="flex gap-2 py-4">
      {firstHref !== null && (
        <a href={firstHref} className={buttonClass({ size: 'compact' })}>
          First page
        </a>
      )}
      {nextHref !== null && (
        <a href={nextHref} className={buttonClass({ size: 'compact' })}>
          Next page
          <Icon name="right" size={14} />
        </a>
      )}
    </nav>
  );
}

type Props = {
  /** Null on the first page. */
  firstHref: string | null;
  /** Null on the last page. */
  nextHref: string | null;
};
