'use client';

import { type DragEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { readCopyFile } from '@/lib/stories/copy-file';
import { typeInto } from './type-into';

type CopyFile = { name: string; text: string };

/**
 * The copy: pasted, or a plain text file that is dropped or chosen. A file is sent as it is, byte for byte, and shown
 * here to be read; "Edit its text" turns it into pasted text.
 */
export function CopyField({ file, problem, onFile, onType, field }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);

  // The browser holds back a copy that the desk would refuse, and says the same sentence.
  useEffect(() => field.current?.setCustomValidity(file === null ? (problem ?? '') : ''));

  async function take(chosen: File | undefined) {
    setRefusal(null);
    if (chosen === undefined) return letGo();
    const { text, problem: why } = await readCopyFile(chosen);
    if (why !== null) {
      letGo();
      setRefusal(why);
    } else onFile({ name: chosen.name, text });
  }

  function letGo() {
    if (chooser.current) chooser.current.value = '';
    onFile(null);
  }

  function drop(event: DragEvent) {
    setIsOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped === undefined || !chooser.current) return;
    event.preventDefault();
    const files = new DataTransfer();
    files.items.add(dropped);
    chooser.current.files = files.files;
    void take(dropped);
  }

  return (
    <div>
      {/* What was pasted stays in its field while a file takes its place. */}
      <Field
        label="Copy"
        name="copy"
        error={refusal ?? problem}
        className={file === null ? '' : 'hidden'}
      >
        <Textarea
          ref={field}
          copyFace
          disabled={file !== null}
          rows={16}
          placeholder="Paste the text, with captions and headings, or drop a file here"
          className={`min-h-80! leading-7! [field-sizing:fixed]! ${isOver ? 'border-blue! bg-wash!' : ''}`}
          spellCheck={false}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes('Files')) return;
            event.preventDefault();
            setIsOver(true);
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
          onInput={(event) => {
            setRefusal(null);
            onType(event.currentTarget.value);
          }}
        />
      </Field>
      {file !== null && (
        <Field label="Copy" error={problem}>
          <Textarea
            copyFace
            readOnly
            rows={16}
            value={file.text}
            className="min-h-80! leading-7! [field-sizing:fixed]!"
          />
        </Field>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <label className={`inline-flex items-center gap-2 ${file === null ? '' : 'sr-only'}`}>
          <span className="text-small text-ink-3">or a text file</span>
          <input
            ref={chooser}
            type="file"
            name="file"
            accept=".txt,.md,.markdown,text/plain,text/markdown"
            className="max-w-full text-small file:mr-2 file:h-compact file:cursor-pointer file:rounded-control file:border file:border-edge file:bg-sheet file:px-2.5 file:text-ui file:font-medium"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
        {file !== null && (
          <>
            <span className="flex min-w-0 items-center gap-1.5">
              <Icon name="story" size={14} />
              <span className="truncate font-medium" dir="auto">
                {file.name}
              </span>
              <span className="text-ink-3">is brought in exactly as it is.</span>
            </span>
            <Button
              size="compact"
              onClick={() => {
                const pasted = field.current?.value.trim() ?? '';
                letGo();
                typeInto(field.current, pasted === '' ? file.text : `${file.text}\n\n${pasted}`);
              }}
            >
              Edit its text
            </Button>
            <Button variant="quiet" size="compact" onClick={letGo}>
              Take the file away
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

type Props = {
  /** The file that is the copy; null: what is pasted is. */
  file: CopyFile | null;
  /** What is wrong with the copy as it stands. */
  problem: string | null;
  onFile: (file: CopyFile | null) => void;
  onType: (copy: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
};
