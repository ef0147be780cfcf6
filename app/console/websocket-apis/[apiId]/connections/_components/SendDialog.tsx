'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/Field';
import { FormDialog } from '@/components/ui/FormDialog';
import { Textarea } from '@/components/ui/Textarea';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { sendToConnection } from '../actions';

const fields = ['data'] as const;

/** A text message to one client, as a backend sends it by @connections. */
export function SendDialog(props: { apiId: string; connectionId: string; onClose: () => void }) {
  const { apiId, connectionId, onClose } = props;
  const [data, setData] = useState('');
  const action = useAction(sendToConnection, { fields });
  const send = async () => {
    if (!(await action.run({ apiId, connectionId, data }))) return;
    toast(`Sent to ${connectionId}`);
    onClose();
  };
  return (
    <FormDialog
      title={`Send to ${connectionId}`}
      submit="Send"
      busy={action.pending}
      error={action.rest}
      disabled={data === ''}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <Field label="Message" help="Text, at most 128 KB." error={action.errorOf('data')}>
        <Textarea
          mono
          rows={5}
          spellCheck={false}
          value={data}
          onChange={({ target }) => setData(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
