'use client';

import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/IconButton';

/** Responses by status code, each with its own part of the form. */
export function ResponseCards<Value extends { statusCode: string }>(props: {
  responses: Record<string, Value>;
  onChange: (responses: Record<string, Value>) => void;
  noun: string;
  /** the words about a whole response */
  errorOf: (statusCode: string) => string | undefined;
  readOnly: boolean;
  children: (response: Value, set: (part: Partial<Value>) => void) => ReactNode;
}) {
  const { responses, onChange, noun } = props;
  const remove = (statusCode: string) =>
    onChange(Object.fromEntries(Object.entries(responses).filter(([code]) => code !== statusCode)));
  return Object.entries(responses).map(([code, response]) => (
    <section key={code} aria-label={`${noun} ${code}`} className="space-y-3 rounded-md border p-3">
      <header className="flex items-center justify-between">
        <h3 className="font-medium font-mono">{code}</h3>
        {!props.readOnly && (
          <IconButton label={`Remove ${noun} ${code}`} className="size-7" onClick={() => remove(code)}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </header>
      {props.errorOf(code) && (
        <p role="alert" className="text-danger text-small">
          {props.errorOf(code)}
        </p>
      )}
      {props.children(response, (part) => onChange({ ...responses, [code]: { ...response, ...part } }))}
    </section>
  ));
}
