'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { DiscardDialog } from './DiscardDialog';
import { leaving } from './leaving';

const none = () => null;

/** Asks before a link leaves unsaved changes behind; once, in the root. `useUnsavedGuard` says when there are any. */
export function LeaveDialog() {
  const waiting = useSyncExternalStore(leaving.subscribe, leaving.waiting, none);
  useCaughtLinks();
  return (
    <DiscardDialog open={waiting !== null} what="this form" onKeep={leaving.stay} onDiscard={leaving.go} />
  );
}

/** Next's links have no cancel event: the click is caught before they see it. Other sites fire `beforeunload`. */
function useCaughtLinks(): void {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = plainLink(event);
      if (!link || !leaving.isDirty()) return;
      event.preventDefault();
      event.stopPropagation();
      leaving.leave(() => router.push(link.pathname + link.search + link.hash));
    };
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, [router]);
}

function plainLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return null;
  return link.origin === window.location.origin ? link : null;
}
