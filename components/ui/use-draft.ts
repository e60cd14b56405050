'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { useReader } from '@/components/frame/reader';
import { load, read, same, save, write } from './draft';

type Restored = { at: string; isStale: boolean };

/**
 * Keeps what is typed into the form under the name `keep` (nothing without one), for the person signed in, and puts
 * it back when the form is shown again. `restored` says that this happened, and whether the record has changed since.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, keep: string | undefined) {
  const { userId } = useReader();
  const key = keep === undefined || userId === null ? null : `stet.draft/${userId}/${keep}`;
  const [isReady, setIsReady] = useState(false);
  const [restored, setRestored] = useState<Restored | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => setIsReady(true), []); // the server renders the form as it works without us

  // The fields and the storage exist only in the browser, outside React. Fields that turn to the reader's time zone
  // there have done so once this form is ready.
  useEffect(() => {
    const element = form.current;
    if (key === null || element === null || !isReady) return;
    const draft = load(key);
    const base = read(element, 'base');
    if (draft && !same(draft.values, read(element, 'typed'))) {
      write(element, draft.values);
      setRestored({ at: draft.at, isStale: !same(draft.base, base) });
    }

    const keepNow = () => {
      const [values, fresh] = [read(element, 'typed'), read(element, 'base')];
      const isUntouched = same(values, fresh);
      save(key, isUntouched ? null : { at: new Date().toISOString(), base: fresh, values });
      timer.current = undefined;
    };
    const keepSoon = () => {
      timer.current ??= setTimeout(keepNow, 300);
    };
    const keepOnLeaving = () => {
      if (timer.current === undefined) return;
      clearTimeout(timer.current);
      keepNow();
    };
    element.addEventListener('input', keepSoon);
    element.addEventListener('change', keepSoon);
    window.addEventListener('pagehide', keepOnLeaving);
    return () => {
      keepOnLeaving();
      element.removeEventListener('input', keepSoon);
      element.removeEventListener('change', keepSoon);
      window.removeEventListener('pagehide', keepOnLeaving);
    };
  }, [form, key, isReady]);

  function forget() {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (key !== null) save(key, null);
    setRestored(null);
  }

  return {
    /** True in the browser, once what is typed is watched; until then the browser's own validation speaks. */
    isReady,
    restored,
    forget,
    startOver() {
      form.current?.reset();
      forget();
    },
  };
}
