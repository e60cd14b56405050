'use client';

import { createContext, useContext } from 'react';
import type { ActionState, FieldErrors } from '@/lib/action';

export type FormStatus = {
  /** The last answer; null before the first. */
  state: ActionState;
  isPending: boolean;
  /** What was typed, when the answer came to a browser without JavaScript; else the page's own fields still hold it. */
  posted: Readonly<Record<string, string>> | null;
  /** What was typed into a form that was refused; null otherwise. */
  refused: Readonly<Record<string, string>> | null;
  fieldErrors: FieldErrors;
};

const FormContext = createContext<FormStatus>({
  state: null,
  isPending: false,
  posted: null,
  refused: null,
  fieldErrors: {},
});

export const FormProvider = FormContext;

/** How the form around this component fares; quiet defaults outside of one. */
export const useForm = (): FormStatus => useContext(FormContext);
