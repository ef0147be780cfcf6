'use client';
import { useEffect } from 'react';
import { leaving } from './leaving';

/** While `dirty`: leaving the site asks in the browser's words, a way inside it in ours (LeaveDialog). */
export function useUnsavedGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const clean = leaving.markDirty();
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', onUnload);
    return () => {
      clean();
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [dirty]);
}
