/** Key caps: "Ctrl K" as one string per chord; several caps side by side for a sequence. */
export function Kbd({
  keys,
  className = '',
}: {
  keys: string | readonly string[];
  className?: string;
}) {
  const caps = typeof keys === 'string' ? [keys] : keys;
  return (
    <span className={`inline-flex gap-0.5 ${className}`}>
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}
