'use client';

import { useEffect, useRef, useState } from 'react';
import { useReader } from '@/components/frame/reader';
import { city, fromLocalInput, type Moment, toLocalInput } from '@/lib/format';
import { useControl } from './field';

/**
 * A day and time in the reader's zone; sends an ISO time under the field's name, or an empty value for none.
 * Before JavaScript it asks for, and sends, a time in UTC: the zone a bare time is read in.
 */
export function DateTimeInput({ name, defaultAt = null, className = '', min }: Props) {
  const reader = useReader();
  const [isReady, setIsReady] = useState(false);
  const zone = isReady ? reader.zone : 'UTC';
  const initial = defaultAt === null ? '' : toLocalInput(defaultAt, zone);
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { name: sentName, ...control } = useControl<HTMLInputElement>({
    name,
    defaultValue: initial,
    onInput: (event) => setTyped(event.currentTarget.value),
  });

  // The hidden field takes over once we run in the browser; a reset form takes back what was typed.
  useEffect(() => {
    setIsReady(true);
    const form = input.current?.form;
    const untype = () => setTyped(null);
    form?.addEventListener('reset', untype);
    return () => form?.removeEventListener('reset', untype);
  }, []);

  const at = fromLocalInput(typed ?? initial, zone);
  return (
    <>
      <span className="flex items-center gap-2">
        <input
          ref={input}
          type="datetime-local"
          {...control}
          {...(isReady ? { 'data-keep': sentName } : { name: sentName })}
          className={`control num w-52! ${className}`}
          min={min === undefined ? undefined : toLocalInput(min, zone)}
        />
        <span className="text-small text-ink-3">{city(zone)} time</span>
      </span>
      {isReady && <input type="hidden" name={sentName} value={at?.toISOString() ?? ''} />}
    </>
  );
}

type Props = {
  name?: string | undefined;
  /** The saved moment; null when there is none. */
  defaultAt?: Moment | null;
  min?: Moment;
  className?: string;
};
