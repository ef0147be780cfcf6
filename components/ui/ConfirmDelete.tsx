'use client';
import { type ReactNode, useState } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Field } from './Field';
import { FormError } from './FormError';
import { Input } from './Input';

/**
 * Asked only where data is lost: names the thing and says what goes with it. With `typed`, its name must be typed.
 * `onConfirm` resolves to true when it is gone.
 */
export function ConfirmDelete(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** e.g. `Delete stage prod` */
  title: string;
  confirmLabel: string;
  typed?: string;
  busy?: boolean;
  error?: ReactNode;
  onConfirm: () => Promise<boolean>;
  children: ReactNode;
}) {
  const [text, setText] = useState('');
  const confirm = async () => {
    if (await props.onConfirm()) props.onOpenChange(false);
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.title}
      footer={
        <>
          <Button onClick={() => props.onOpenChange(false)}>Keep it</Button>
          <Button
            variant="danger"
            busy={props.busy}
            disabled={props.typed !== undefined && text !== props.typed}
            onClick={confirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      <div className="space-y-3">
        <FormError>{props.error}</FormError>
        {props.children}
        {props.typed !== undefined && (
          <Field label={`Type ${props.typed} to confirm`}>
            <Input value={text} onChange={(event) => setText(event.target.value)} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}
