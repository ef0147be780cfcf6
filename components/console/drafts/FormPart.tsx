import type { ReactNode } from 'react';

/** A titled part of a box's form. */
export function FormPart(props: { title: string; help?: ReactNode; error?: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 space-y-2 border-t pt-4">
      <legend className="sr-only">{props.title}</legend>
      <div>
        <p aria-hidden className="font-medium">
          {props.title}
        </p>
        {props.help && <p className="text-muted text-small">{props.help}</p>}
      </div>
      {props.error && (
        <p role="alert" className="text-danger text-small">
          {props.error}
        </p>
      )}
      {props.children}
    </fieldset>
  );
}
