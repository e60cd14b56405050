'use client';

import type { ActionState } from '@/lib/action';
import { useForm } from './form-context';
import { Icon } from './icon';
import { Time } from './time';

/**
 * What came of an action, said aloud: "Saved 12:47", or the refusal with its reasons. Inside a KeptForm it takes the
 * form's own answer. Keep it mounted: a live region that appears together with its words is not read.
 */
export function FormMessage({ state: given, className = '' }: Props) {
  const { state: own } = useForm();
  const state = given === undefined ? own : given;
  return (
    <div className={className}>
      <div role="status">
        {state?.ok === true && (
          <p key={state.at} className="num text-small text-ink-3">
            {state.message ?? 'Saved'} <Time at={state.at} form="clock" />
          </p>
        )}
      </div>
      <div role="alert">
        {state?.ok === false && (
          <div className="border-l-3 border-ink py-0.5 pl-3 text-body">
            <p className="font-medium">{state.message}</p>
            <Reasons reasons={state.reasons} />
          </div>
        )}
      </div>
    </div>
  );
}

type Props = { state?: ActionState; className?: string };

/** A numbered list of what stands in the way, in sentences; nothing for an empty list. */
export function Reasons({
  reasons,
  className = '',
}: {
  reasons: readonly string[];
  className?: string;
}) {
  if (reasons.length === 0) return null;
  return (
    <ol className={`mt-1 ${className}`}>
      {reasons.map((reason, index) => (
        <li key={reason} className="grid grid-cols-[18px_1fr] py-0.5">
          <span className="num text-ink-3">{index + 1}</span>
          <span>{reason}</span>
        </li>
      ))}
    </ol>
  );
}

/**
 * What stands in the way of a move, under a heading that counts it. `blocks` draws it in red: for what stops
 * publication or sign-off, nothing else. `id` lets the disabled button point here.
 */
export function InTheWay({
  reasons,
  heading,
  blocks = true,
  level = 3,
  id,
  className = '',
}: InTheWayProps) {
  if (reasons.length === 0) return null;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={className} aria-label={heading}>
      <Heading className={`flex items-center gap-1.5 ${blocks ? 'text-red' : ''}`}>
        <Icon name={blocks ? 'stop' : 'warn'} />
        {heading}
      </Heading>
      <div id={id}>
        <Reasons reasons={reasons} />
      </div>
    </section>
  );
}

type InTheWayProps = {
  reasons: readonly string[];
  heading: string;
  blocks?: boolean;
  level?: 2 | 3;
  id?: string;
  className?: string;
};
