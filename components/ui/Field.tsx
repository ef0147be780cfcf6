'use client';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { cn } from './cn';

interface FieldContextValue {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  required?: boolean;
}
const FieldContext = createContext<FieldContextValue | null>(null);

/** What a control inside a Field spreads on itself; nothing outside of one. */
export const useField = (): Partial<FieldContextValue> => useContext(FieldContext) ?? {};

/** Label above, one-line help, and the operation's own words under the control when it refused. */
export function Field(props: {
  label: ReactNode;
  help?: ReactNode;
  error?: string;
  required?: boolean;
  /** label and control in one line (switches, checkboxes) */
  inline?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const described = [props.help && `${id}-help`, props.error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <FieldContext
      value={{
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': props.error ? true : undefined,
        required: props.required,
      }}
    >
      <div className={cn('min-w-0', props.className)}>
        <div className={props.inline ? 'flex flex-row-reverse items-center justify-end gap-2' : 'grid gap-1'}>
          <label htmlFor={id} className="font-medium">
            {props.label}
          </label>
          {props.children}
        </div>
        {props.help && (
          <p id={`${id}-help`} className="mt-1 text-muted text-small">
            {props.help}
          </p>
        )}
        {props.error && (
          <p id={`${id}-error`} role="alert" className="mt-1 text-danger text-small">
            {props.error}
          </p>
        )}
      </div>
    </FieldContext>
  );
}
