'use client';
import { type ReactNode, useState } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Field } from './Field';
import { FormError } from './FormError';
import { Input } from './Input';

/**
 * Asks before data is lost: names the thing, shows what it affects (children), and with `typeName` has its name
 * typed. `onDelete` resolves to true when it is gone; otherwise the dialog stays with `error`.
 */
export function ConfirmDelete(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** "API", "stage" */
  what: string;
  name: string;
  children?: ReactNode;
  typeName?: boolean;
  onDelete: () => Promise<boolean>;
  error?: string;
  /** the verb on the button; "Delete" */
  verb?: string;
}) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const verb = props.verb ?? 'Delete';
  const close = (open: boolean) => {
    setTyped('');
    props.onOpenChange(open);
  };
  const confirm = async () => {
    setBusy(true);
    const gone = await props.onDelete().finally(() => setBusy(false));
    if (gone) close(false);
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={close}
      title={`${verb} ${props.what} ${props.name}`}
      footer={
        <>
          <Button onClick={() => close(false)}>Keep it</Button>
          <Button
            variant="danger"
            className="min-w-0 max-w-full"
            busy={busy}
            disabled={props.typeName && typed !== props.name}
            onClick={() => void confirm()}
          >
            <span className="truncate">
              {verb} {props.name}
            </span>
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {props.children}
        {props.typeName && (
          <Field label={<span className="[overflow-wrap:anywhere]">Type {props.name} to confirm</span>}>
            <Input value={typed} onChange={(event) => setTyped(event.target.value)} spellCheck={false} />
          </Field>
        )}
        <FormError>{props.error}</FormError>
      </div>
    </Dialog>
  );
}
