'use client';

import { CodeEditor } from '@/components/ui/CodeEditor';
import { FormError } from '@/components/ui/FormError';

/** The draft as JSON text, with what cannot be read in it. */
export function JsonDraft(props: {
  text: string;
  onChange: (text: string) => void;
  problem?: string;
  readOnly: boolean;
}) {
  return (
    <div className="space-y-2">
      <FormError>{props.problem}</FormError>
      <CodeEditor
        label="JSON"
        language="json"
        height="max(320px, calc(100dvh - 300px))"
        value={props.text}
        onChange={props.onChange}
        readOnly={props.readOnly}
      />
    </div>
  );
}
