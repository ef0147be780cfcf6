'use client';
import { cn } from './cn';
import { DialogFrame, type DialogProps } from './Dialog';

/** A side panel from the right, the whole width on a phone. */
export function Drawer(props: DialogProps) {
  return (
    <DialogFrame
      {...props}
      className={cn('inset-y-0 right-0 w-[min(640px,100vw)] animate-slide-in border-l', props.className)}
    />
  );
}
