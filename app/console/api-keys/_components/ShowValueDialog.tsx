'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FormError } from '@/components/ui/FormError';
import { useAction } from '@/components/ui/useAction';
import { revealApiKey } from '../actions';
import { KeyValue } from './KeyValue';
import { type KeyLine, keyTitle } from './keyLines';

/** The value comes from the server only when it is asked for here. */
export function ShowValueDialog({ apiKey, onClose }: { apiKey: KeyLine; onClose: () => void }) {
  const [value, setValue] = useState<string | null>(null);
  const action = useAction(revealApiKey);
  const show = async () => setValue((await action.run({ apiKeyId: apiKey.id }))?.value ?? null);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Value of ${keyTitle(apiKey)}`}
      footer={
        value === null ? (
          <Button busy={action.pending} onClick={() => void show()}>
            Show value
          </Button>
        ) : (
          <Button onClick={onClose}>Hide it</Button>
        )
      }
    >
      <FormError>{action.rest}</FormError>
      {value === null ? (
        <p>The audit log keeps that you asked. Anybody near your screen can read the value.</p>
      ) : (
        <KeyValue value={value}>Callers send it in the x-api-key header.</KeyValue>
      )}
    </Dialog>
  );
}
