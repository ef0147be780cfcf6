'use client';

import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { FormError } from './FormError';

/** A dialog with one form: Enter or the button sends it. */
export function FormDialog(props: {
  title: string;
  submit: string;
  busy: boolean;
  error?: ReactNode;
  disabled?: boolean;
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const formId = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!props.busy && !props.disabled) props.onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || props.onClose()}
      title={props.title}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} busy={props.busy} disabled={props.disabled}>
            {props.submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} className="space-y-4">
        <FormError>{props.error}</FormError>
        {props.children}
      </form>
    </Dialog>
  );
}
