'use client';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { cn } from './cn';
import { useUnsavedGuard } from './useUnsavedGuard';

/**
 * A form of uncontrolled fields. Ctrl-S inside it saves; with `guard`, leaving with unsaved changes asks first.
 * `onSave` resolves to true when all was saved.
 */
export function Form(props: {
  onSave: (form: HTMLFormElement) => Promise<boolean>;
  guard?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const [dirty, setDirty] = useState(false);
  useUnsavedGuard(Boolean(props.guard) && dirty);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (await props.onSave(event.currentTarget)) setDirty(false);
  };
  const saveKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form
      onSubmit={(event) => void submit(event)}
      onInput={() => setDirty(true)}
      onKeyDown={saveKey}
      className={cn('grid gap-4', props.className)}
    >
      {props.children}
    </form>
  );
}
