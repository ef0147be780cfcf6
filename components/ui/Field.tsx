'use client';
import { createContext, type FormEvent, type ReactNode, useContext, useId, useState } from 'react';
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

/**
 * Label above, one-line help, and under the control the operation's own words when it refused, or before it is asked
 * what the browser finds wrong, which would else stand in a bubble that goes away.
 */
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
  const [invalid, setInvalid] = useState<string>();
  const error = invalid ?? props.error;
  const described = [props.help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ');
  const refuse = (event: FormEvent<HTMLElement>) => {
    const { target } = event;
    if (!isControl(target)) return;
    event.preventDefault();
    setInvalid(target.validity.valueMissing ? missingText(props.label) : target.validationMessage);
    if (target.form?.querySelector(invalidControl) === target) target.focus();
  };
  return (
    <FieldContext
      value={{
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        required: props.required,
      }}
    >
      <div
        className={cn('min-w-0', props.className)}
        onInvalidCapture={refuse}
        onInput={() => setInvalid(undefined)}
      >
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
        {error && (
          <p id={`${id}-error`} role="alert" className="mt-1 text-danger text-small">
            {error}
          </p>
        )}
      </div>
    </FieldContext>
  );
}

const invalidControl = ':is(input, select, textarea):invalid';

const isControl = (target: EventTarget) =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;

const missingText = (label: ReactNode) =>
  typeof label === 'string' ? `${label} is needed.` : 'This is needed.';
