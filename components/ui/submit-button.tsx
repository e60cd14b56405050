'use client';

import { useEffect, useState } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';
import { useForm } from './form-context';

/**
 * The button that sends its form. It keeps its width and says "Saving" when that takes longer than 300 ms.
 * With `name` and `value` in a form of several such buttons, only the pressed one says so.
 */
export function SubmitButton({ children, pendingWord = 'Saving', ...rest }: Props) {
  const { pending, data } = useFormStatus();
  const form = useForm();
  const isPending = pending || form.isPending;
  const isPressed = isPending && (rest.name === undefined || data?.get(rest.name) === rest.value);
  const isSlow = useLater(isPressed, 300);
  return (
    <Button
      {...rest}
      type="submit"
      aria-busy={isPressed}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else rest.onClick?.(event);
      }}
    >
      <span className="grid *:col-start-1 *:row-start-1">
        <span className={isSlow ? 'invisible' : ''}>{children}</span>
        {isSlow && <span>{pendingWord}</span>}
      </span>
    </Button>
  );
}

type Props = ButtonProps & { pendingWord?: string };

/** True once `flag` has been up for so many milliseconds: a quick answer should not flicker. */
function useLater(flag: boolean, milliseconds: number): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!flag) return;
    const timer = setTimeout(() => setIsLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [flag, milliseconds]);
  return flag && isLate;
}
