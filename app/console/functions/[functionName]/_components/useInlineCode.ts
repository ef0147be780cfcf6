'use client';

import { useState } from 'react';
import { toast } from '@/components/ui/Toaster';
import { faultText, useAction } from '@/components/ui/useAction';
import { useSaveShortcut } from '@/components/ui/useSaveShortcut';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { saveFunctionCode } from '../../actions';

/**
 * The one file of a function while it is edited. Ctrl-S saves; the next call runs what was saved.
 * @param stored as the page has it; taken over when it changes by other ways, as by an uploaded zip
 */
export function useInlineCode(functionName: string, stored = '', editable = true) {
  const [seen, setSeen] = useState(stored);
  const [saved, setSaved] = useState(stored);
  const [text, setText] = useState(stored);
  const [sent, setSent] = useState<string>();
  const action = useAction(saveFunctionCode);
  if (stored !== seen) {
    setSeen(stored);
    setSaved(stored);
    // What comes back of an own save is what was sent; more may have been typed since.
    if (stored !== sent) setText(stored);
  }
  const dirty = text !== saved;
  useUnsavedGuard(dirty && !action.pending);
  const save = async () => {
    if (!editable || !dirty || action.pending) return;
    setSent(text);
    if (!(await action.run({ functionName, code: { inlineCode: text } }))) return;
    setSaved(text);
    toast('Code saved; the next call runs it');
  };
  useSaveShortcut(() => void save(), editable);
  const error = action.error ? faultText(action.error) : undefined;
  return { text, setText, dirty, save, pending: action.pending, error };
}
