'use client';

import { startTransition, useOptimistic } from 'react';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { updateApiKey } from '../actions';
import { type KeyLine, keyTitle } from './keyLines';

/** Enables and disables keys: shown at once, taken back when refused, undone from the toast. */
export function useKeySwitch(stored: KeyLine[]) {
  const { run } = useAction(updateApiKey, { announce: true });
  const [keys, show] = useOptimistic(stored, (all, next: { id: string; enabled: boolean }) =>
    all.map((key) => (key.id === next.id ? { ...key, ...next } : key)),
  );
  const write = (key: KeyLine, enabled: boolean, done?: () => void) =>
    startTransition(async () => {
      show({ id: key.id, enabled });
      if (await run({ apiKeyId: key.id, enabled })) done?.();
    });
  const set = (key: KeyLine, enabled: boolean) =>
    write(key, enabled, () =>
      undoToast(`${keyTitle(key)} is ${enabled ? 'enabled' : 'disabled'}`, () => write(key, !enabled)),
    );
  return { keys, set };
}
