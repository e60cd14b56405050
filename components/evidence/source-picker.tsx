'use client';

import { useEffect, useId, useState } from 'react';
import { Field, Input } from '@/components/ui/field';
import type { SourceChoice } from './source-fields';

/** Chooses a source of the library: those used last, or what answers to the words typed. */
export function SourcePicker({ library }: { library: readonly SourceChoice[] }) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly SourceChoice[] | null>(null);
  const [problem, setProblem] = useState(false);
  const id = useId();
  const asked = words.trim();

  // The library is on the server; what is typed asks it, a moment after the last key.
  useEffect(() => {
    if (asked === '') return setFound(null);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        setFound(await findSources(asked, stop.signal));
        setProblem(false);
      } catch (error) {
        if (error instanceof Error && error.name !== 'AbortError') setProblem(true);
      }
    }, 200);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);

  const shown = found ?? library.slice(0, 8);
  return (
    <div>
      <Field label="Find in the library">
        <Input
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
          placeholder="Title, publisher or link"
        />
      </Field>
      <fieldset className="mt-2 max-h-56 overflow-auto border-y border-rule" aria-describedby={id}>
        <legend className="sr-only">Source</legend>
        {shown.map(({ id: sourceId, title, beside }) => (
          <label
            key={sourceId}
            className="flex min-h-8 items-baseline gap-2 border-b border-rule px-1 py-1 last:border-b-0 hover:bg-hover has-checked:bg-wash"
          >
            <input
              type="radio"
              name="sourceId"
              value={sourceId}
              required
              className="tick-box self-center"
            />
            <span className="min-w-0" dir="auto">
              {title} {beside && <span className="text-small text-ink-3">{beside}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <p id={id} role="status" className="mt-1 text-small text-ink-3">
        {problem
          ? 'The library could not be searched. Try again, or describe the source as new.'
          : shown.length === 0
            ? 'Nothing in the library answers to that. Describe it as a new source.'
            : found === null
              ? 'The sources added last.'
              : `${found.length} found.`}
      </p>
    </div>
  );
}

async function findSources(words: string, signal: AbortSignal): Promise<SourceChoice[]> {
  const query = new URLSearchParams({ q: words, limit: '20' });
  const answer = await fetch(`/api/v1/sources?${query}`, { signal });
  if (!answer.ok) throw new Error(`Finding sources failed: ${answer.status}`);
  const body: unknown = await answer.json();
  const items =
    typeof body === 'object' && body !== null && 'items' in body && Array.isArray(body.items)
      ? body.items
      : [];
  return items.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('id' in item && 'title' in item)) return [];
    const { id, title } = item;
    if (typeof id !== 'string' || typeof title !== 'string') return [];
    const publisher = 'publisher' in item ? item.publisher : null;
    return [{ id, title, beside: typeof publisher === 'string' ? publisher : '' }];
  });
}
