'use client';

import { useMemo, useState } from 'react';
import type { z } from 'zod';
import { readDraft } from './readDraft';

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** One value, edited as form or as JSON text. Text that cannot be read keeps the last value and says why. */
export function useDraft<Value>(initial: Value, shape: z.ZodType<Value>) {
  const [value, setValue] = useState(initial);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const before = useMemo(() => pretty(initial), [initial]);
  const editText = (next: string) => {
    setText(next);
    const read = readDraft(next, shape);
    setProblem('problem' in read ? read.problem : undefined);
    if ('value' in read) setValue(read.value);
  };
  return {
    value,
    set: setValue,
    text,
    editText,
    showJson: () => setText(pretty(value)),
    /** not while the text cannot be read: it would be lost */
    showForm: () => {
      if (!problem) setText(null);
    },
    problem,
    dirty: problem !== undefined || pretty(value) !== before,
  };
}
