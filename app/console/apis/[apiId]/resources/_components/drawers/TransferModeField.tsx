'use client';

import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Select } from '@/components/ui/Select';
import { responseTransferModes } from '@/lib/model/integration';
import type { IntegrationRequestValue } from './boxValues';
import { callable } from './callable';

const words = {
  BUFFERED: 'BUFFERED: whole, at most 10 MB',
  STREAM: 'STREAM: as it comes, of any size',
};
const options = responseTransferModes.map((value) => ({ value, label: words[value] }));

/** How the backend's answer reaches the caller. */
export function TransferModeField({ value, set, errorOf, readOnly }: DraftForm<IntegrationRequestValue>) {
  const streams = value.responseTransferMode === 'STREAM';
  return (
    <Field
      label="Response transfer mode"
      help={streams ? 'Streamed answers are neither cached nor compressed.' : undefined}
      error={errorOf('responseTransferMode')}
    >
      <Select
        options={options}
        value={value.responseTransferMode ?? 'BUFFERED'}
        disabled={readOnly}
        onChange={({ target }) =>
          set(
            withTransferMode(
              value,
              responseTransferModes.find((each) => each === target.value),
            ),
          )
        }
      />
    </Field>
  );
}

/** A function that streams is invoked by another URI: the two must agree. */
function withTransferMode(
  value: IntegrationRequestValue,
  responseTransferMode: IntegrationRequestValue['responseTransferMode'],
): IntegrationRequestValue {
  const next = { ...value, responseTransferMode };
  return value.type === 'AWS_PROXY' ? callable(next) : next;
}
