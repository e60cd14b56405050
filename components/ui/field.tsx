'use client';

import {
  type ComponentProps,
  createContext,
  type FocusEvent,
  type FocusEventHandler,
  type FormEvent,
  type InputEvent,
  type InputEventHandler,
  type ReactNode,
  useContext,
  useId,
  useState,
} from 'react';
import type { ActionState } from '@/lib/action';
import { useForm } from './form-context';
import { Icon } from './icon';

type FieldStatus = {
  id: string;
  name: string | undefined;
  error: string | null;
  describedBy: string | undefined;
  /** A sentence found while typing; null takes it back. */
  complain: (problem: string | null) => void;
};

const FieldContext = createContext<FieldStatus | null>(null);

/**
 * A label, one control, and what is to be said about it: `hint` before, the error after. The error is the form's
 * (by `name`), the control's own (a mistyped address), or `error`. `name` reaches the control by itself.
 */
export function Field({
  label,
  name,
  hint,
  error: given,
  optional = false,
  hideLabel = false,
  className = '',
  children,
}: FieldProps) {
  const id = useId();
  const form = useForm();
  const [problem, setProblem] = useState<string | null>(null);
  // Typing answers the last refusal; the next one speaks again.
  const [answered, setAnswered] = useState<ActionState>(null);
  const refused = name === undefined ? undefined : form.fieldErrors[name]?.[0];
  const error =
    problem ?? (answered === form.state && form.state !== null ? null : refused) ?? given ?? null;
  const [hintId, errorId] = [`${id}-hint`, `${id}-error`];
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined;

  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-1.5 block font-medium'}>
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-3">optional</span>}
      </label>
      <FieldContext
        value={{
          id,
          name,
          error,
          describedBy,
          complain(next) {
            setProblem(next);
            if (next === null) setAnswered(form.state);
          },
        }}
      >
        {children}
      </FieldContext>
      {hint && (
        <p id={hintId} className="mt-1.5 text-small text-ink-3">
          {hint}
        </p>
      )}
      <FieldError id={errorId} error={error} />
    </div>
  );
}

export type FieldProps = {
  label: ReactNode;
  name?: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  optional?: boolean;
  /** For a control whose purpose the page already shows; the label is still read aloud. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

function FieldError({ id, error }: { id: string; error: string | null }) {
  return (
    <div role="status">
      {error && (
        <p id={id} className="mt-1.5 flex gap-1.5 text-small font-medium">
          <Icon name="sensitive" size={14} className="mt-px" />
          {error}
        </p>
      )}
    </div>
  );
}

type Sized = {
  /** 28 px instead of 32, for bars; 40 for a form that is the whole page. */
  size?: 'compact' | 'normal' | 'tall';
};
const SIZES = { compact: 'control-compact', normal: '', tall: 'h-10! text-body!' };

export function Input({ size = 'normal', className = '', ...rest }: InputProps) {
  const control = useControl(rest);
  return (
    <input dir="auto" {...rest} {...control} className={`control ${SIZES[size]} ${className}`} />
  );
}
export type InputProps = Omit<ComponentProps<'input'>, 'size'> & Sized;

/** Grows with its words. `copyFace` for words under check. */
export function Textarea({ copyFace = false, className = '', ...rest }: TextareaProps) {
  const control = useControl(rest);
  const face = copyFace ? 'font-copy text-quote!' : '';
  return (
    <textarea
      dir="auto"
      rows={3}
      {...rest}
      {...control}
      className={`control ${face} ${className}`}
    />
  );
}
export type TextareaProps = ComponentProps<'textarea'> & { copyFace?: boolean };

export type Option = { value: string; label: string };

/** A native select: `options`, or option elements as children. `empty` is the words for "none chosen". */
export function Select({
  options,
  empty,
  size = 'normal',
  className = '',
  children,
  ...rest
}: SelectProps) {
  const control = useControl(rest);
  const { refused } = useForm();
  // A list takes the page's new value by being drawn anew; a choice that was refused must outlive that.
  const kept = control.name === undefined ? undefined : refused?.[control.name];
  const chosen = kept ?? control.defaultValue;
  return (
    <span className={`relative block ${className}`}>
      <select
        key={chosen}
        {...rest}
        {...control}
        {...(chosen !== undefined && { defaultValue: chosen })}
        className={`control ${SIZES[size]}`}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        {children}
      </select>
      <Icon
        name="chevron-down"
        size={14}
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
export type SelectProps = Omit<ComponentProps<'select'>, 'size'> &
  Sized & { options?: readonly Option[]; empty?: string };

/** A tick box with its own label; stands without a Field. */
export function Checkbox({ label, hint, className = '', ...rest }: TickProps) {
  return <Tick type="checkbox" label={label} hint={hint} className={className} {...rest} />;
}

/** One choice of several with the same `name`; put them in a `<Choices>`. */
export function Radio({ label, hint, className = '', ...rest }: TickProps) {
  return <Tick type="radio" label={label} hint={hint} className={className} {...rest} />;
}

type TickProps = Omit<ComponentProps<'input'>, 'type' | 'size'> & {
  label: ReactNode;
  hint?: ReactNode;
};

function Tick({
  label,
  hint,
  className,
  name,
  defaultChecked,
  ...rest
}: TickProps & { type: string }) {
  const id = useId();
  const { posted } = useForm();
  // A browser without JavaScript got the page again: what was ticked there stays ticked.
  const wasTicked = posted && name ? posted[name] === String(rest.value ?? 'on') : defaultChecked;
  return (
    <div className={`flex gap-2 py-1 leading-5 ${className}`}>
      <input
        id={id}
        name={name}
        className="tick-box mt-0.5"
        {...(rest.checked === undefined && { defaultChecked: wasTicked ?? false })}
        {...rest}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-ink-3">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** A group of tick boxes or radio buttons under one question. */
export function Choices({
  legend,
  name,
  hint,
  inline = false,
  className = '',
  children,
}: ChoicesProps) {
  const id = useId();
  const { fieldErrors } = useForm();
  const error = name === undefined ? null : (fieldErrors[name]?.[0] ?? null);
  return (
    <fieldset className={className} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className={inline ? 'flex flex-wrap gap-x-5' : ''}>{children}</div>
      {hint && <p className="mt-1 text-small text-ink-3">{hint}</p>}
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
type ChoicesProps = {
  legend: ReactNode;
  name?: string;
  hint?: ReactNode;
  inline?: boolean;
  className?: string;
  children: ReactNode;
};

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a control takes from its Field and its form: name, id, the words posted, and checking as typed. */
export function useControl<T extends Typed>(own: Own<T>) {
  const field = useContext(FieldContext);
  const { posted } = useForm();
  const name = own.name ?? field?.name;
  const kept = name === undefined ? undefined : posted?.[name];
  const given = own.defaultValue === undefined ? undefined : String(own.defaultValue);
  return {
    id: own.id ?? field?.id,
    name,
    // A controlled input speaks for itself.
    ...(own.value === undefined && { defaultValue: kept ?? given }),
    'aria-describedby':
      [own['aria-describedby'], field?.describedBy].filter(Boolean).join(' ') || undefined,
    'aria-invalid': field?.error ? (true as const) : own['aria-invalid'],
    onBlur: (event: FocusEvent<T>) => {
      own.onBlur?.(event);
      const problem = problemOf(event.currentTarget);
      if (problem && event.currentTarget.value !== '') field?.complain(problem);
    },
    onInput: (event: InputEvent<T>) => {
      own.onInput?.(event);
      if (field?.error && problemOf(event.currentTarget) === null) field.complain(null);
    },
    onInvalid: (event: FormEvent<T>) => {
      event.preventDefault();
      field?.complain(problemOf(event.currentTarget));
    },
  };
}

type Own<T> = Pick<
  ComponentProps<'input'>,
  'id' | 'name' | 'defaultValue' | 'value' | 'aria-describedby' | 'aria-invalid'
> & { onBlur?: FocusEventHandler<T> | undefined; onInput?: InputEventHandler<T> | undefined };

/** What is wrong with the words in a control, in a sentence; null when nothing is. `title` says it for a pattern. */
function problemOf(control: Typed): string | null {
  const { validity, type, value } = control;
  if (validity.valid) return null;
  if (validity.valueMissing)
    return control instanceof HTMLSelectElement ? 'Choose one.' : 'Fill this in.';
  if (type === 'email')
    return value.includes('@')
      ? 'The part after the @ is missing or not complete.'
      : 'An e-mail address has an @ in it.';
  if (type === 'url') return 'Give the whole address, beginning with https://.';
  if (validity.tooLong && control instanceof HTMLTextAreaElement)
    return `Shorten this to ${control.maxLength} characters.`;
  if (validity.tooShort && 'minLength' in control)
    return `Use at least ${control.minLength} characters.`;
  if (validity.badInput) return 'This is not complete yet.';
  return control.title || control.validationMessage;
}
