'use client';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { IconButton } from './IconButton';
import { useReturnFocus } from './useReturnFocus';

export interface DialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** buttons, right-aligned below a hairline */
  footer?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** A modal question. Focus is held inside, Escape closes, focus returns to what opened it. */
export function Dialog(props: DialogProps) {
  return (
    <DialogFrame
      {...props}
      className={cn(
        'top-[min(12vh,96px)] left-1/2 max-h-[calc(100dvh-min(24vh,192px))] w-[min(520px,calc(100vw-24px))] -translate-x-1/2 animate-appear rounded-md border',
        props.className,
      )}
    />
  );
}

/** The shared frame of Dialog and Drawer: overlay, head, scrolling body, footer. */
export function DialogFrame(props: DialogProps) {
  const returnFocus = useReturnFocus(props.open);
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      {props.trigger && <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
        <Radix.Content
          {...(props.description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={focusFirst}
          onCloseAutoFocus={returnFocus}
          className={cn(
            'fixed z-40 flex flex-col bg-canvas text-body text-ink outline-none',
            props.className,
          )}
        >
          <header className="flex items-start gap-3 border-b px-4 py-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="truncate font-semibold text-[15px] leading-6">
                {props.title}
              </Radix.Title>
              {props.description && (
                <Radix.Description className="text-muted">{props.description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" className="-mr-1.5 size-7">
                <X aria-hidden />
              </IconButton>
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4" data-dialog-body>
            {props.children}
          </div>
          {props.footer && (
            <footer className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{props.footer}</footer>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The first control of the body, not the close button of the head; else the dialog itself. */
function focusFirst(event: Event): void {
  event.preventDefault();
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const first = event.currentTarget.querySelector<HTMLElement>(
    '[data-dialog-body] :is(input, select, textarea, button, a[href], [tabindex="0"]):not(:disabled)',
  );
  (first ?? event.currentTarget).focus();
}
