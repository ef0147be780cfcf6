'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Select } from '@/components/ui/Select';
import { useAction } from '@/components/ui/useAction';
import type { AppKey } from '@/lib/model/portal';
import { rotateKey } from '../../actions';

const overlaps = [
  { value: '0', label: 'None: the old key stops now' },
  { value: '3600', label: '1 hour' },
  { value: '86400', label: '1 day' },
  { value: '604800', label: '7 days' },
];

/** A new key with the same plans; the old one works on for the overlap, and its row shows whether it is still used. */
export function RotateKeyButton(props: { appId: string; apiKey: AppKey; onRotated: (key: AppKey) => void }) {
  const [open, setOpen] = useState(false);
  const [overlap, setOverlap] = useState('86400');
  const action = useAction(rotateKey);
  const rotate = async () => {
    const input = { appId: props.appId, apiKeyId: props.apiKey.id, overlapSeconds: Number(overlap) };
    const key = await action.run(input);
    if (!key) return;
    setOpen(false);
    props.onRotated(key);
  };
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Rotate
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Rotate ${props.apiKey.name}`}
        footer={
          <Button variant="primary" onClick={rotate} busy={action.pending}>
            Rotate key
          </Button>
        }
      >
        <FormError>{action.rest}</FormError>
        <Field label="Overlap" help="How long the old key works beside the new one.">
          <Select value={overlap} onChange={(event) => setOverlap(event.target.value)} options={overlaps} />
        </Field>
      </Dialog>
    </>
  );
}
