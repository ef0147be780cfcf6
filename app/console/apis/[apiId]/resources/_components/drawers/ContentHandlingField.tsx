'use client';

import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { contentHandlings } from '@/lib/model/integration';

type ContentHandling = (typeof contentHandlings)[number] | undefined;

const options = [
  { value: '', label: 'Passthrough: as its content type says' },
  { value: 'CONVERT_TO_BINARY', label: 'CONVERT_TO_BINARY: from base64 text to bytes' },
  { value: 'CONVERT_TO_TEXT', label: 'CONVERT_TO_TEXT: from bytes to base64 text' },
];

/** What happens to a binary body on its way; the API's settings say which content types are binary. */
export function ContentHandlingField(props: {
  value: ContentHandling;
  onChange: (value: ContentHandling) => void;
  error: string | undefined;
  readOnly: boolean;
}) {
  return (
    <Field
      label="Content handling"
      help="For binary bodies: the API’s settings list the binary media types."
      error={props.error}
    >
      <Select
        options={options}
        value={props.value ?? ''}
        disabled={props.readOnly}
        onChange={({ target }) => props.onChange(contentHandlings.find((each) => each === target.value))}
      />
    </Field>
  );
}
