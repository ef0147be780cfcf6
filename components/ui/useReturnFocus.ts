'use client';
import { useLayoutEffect, useRef } from 'react';

/**
 * The focus goes back to what opened a dialog. Radix gives it back to a trigger only, and most dialogs here are opened
 * by state. Asked before the content is there, whose first field takes the focus.
 * @returns the handler of `onCloseAutoFocus`
 */
export function useReturnFocus(open: boolean | undefined) {
  const opener = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (open) opener.current = openerOf(document.activeElement);
  }, [open]);
  return (event: Event) => {
    if (!opener.current?.isConnected || opener.current === document.body) return;
    event.preventDefault();
    opener.current.focus();
  };
}

/** An item of a menu goes away with it: then the button of the menu. */
function openerOf(active: Element | null): HTMLElement | null {
  const menu = active?.closest('[role="menu"]');
  const button = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  const opener = button ?? active;
  return opener instanceof HTMLElement ? opener : null;
}
