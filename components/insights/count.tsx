import Link from 'next/link';
import { number } from '@/lib/format';

/** A number that leads to the rows it counts; nothing to lead to, and a quiet 0, for none. */
export function Count({
  n,
  href,
  className = '',
}: {
  n: number;
  href: string;
  className?: string;
}) {
  if (n === 0) return <span className="text-ink-3">0</span>;
  return (
    <Link href={href} className={`link inline-block min-w-6 py-0.5 text-right ${className}`}>
      {number(n)}
    </Link>
  );
}
