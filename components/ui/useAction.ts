'use client';
import { useCallback, useMemo, useState, useTransition } from 'react';
import { toast } from 'sonner';

export interface ActionFault {
  code: string;
  message: string;
  fields: { field: string; message: string; line?: number }[];
}
export type ActionResult<T> = { ok: true; data: T } | { ok: false; error: ActionFault };

const unreachable: ActionFault = {
  code: 'ServiceUnavailableException',
  message: 'The console did not get an answer. Check that Gatehouse is running, then try again.',
  fields: [],
};

/**
 * Runs a server action and keeps what it refused.
 * `run(input)` resolves to the data, or to undefined when it was refused; then `error` holds the fault,
 * `errorOf(field)` the words for one field, and `rest` what belongs to none of `fields`.
 * `announce` also raises the fault as a toast: for menus and buttons that have no form.
 */
export function useAction<I, T>(
  action: (input: I) => Promise<ActionResult<T>>,
  options: { fields?: readonly string[]; announce?: boolean } = {},
) {
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<ActionFault | null>(null);
  const { announce } = options;
  const run = useCallback(
    (input: I) =>
      new Promise<T | undefined>((resolve) => {
        startTransition(async () => {
          const result = await action(input).catch(() => ({ ok: false as const, error: unreachable }));
          setError(result.ok ? null : result.error);
          if (!result.ok && announce) toast.error(faultText(result.error));
          resolve(result.ok ? result.data : undefined);
        });
      }),
    [action, announce],
  );
  const reset = useCallback(() => setError(null), []);
  return useMemo(
    () => ({
      run,
      pending,
      error,
      reset,
      errorOf: (field: string) => error?.fields.find((each) => each.field === field)?.message,
      rest: error ? restOf(error, options.fields ?? []) : undefined,
    }),
    [run, pending, error, reset, options.fields],
  );
}

/** A fault in one line: its fields' words when it has any, else its message. */
export const faultText = (fault: ActionFault) =>
  fault.fields.length > 0 ? fault.fields.map((each) => each.message).join(' ') : fault.message;

function restOf(fault: ActionFault, shown: readonly string[]): string | undefined {
  if (fault.fields.length === 0) return fault.message;
  const hidden = fault.fields.filter((each) => !shown.includes(each.field));
  return (
    hidden.map((each) => (each.field ? `${each.field}: ${each.message}` : each.message)).join(' ') ||
    undefined
  );
}
