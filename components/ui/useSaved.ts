'use client';

import { useEffect, useState } from 'react';
import { type ActionResult, useAction } from './useAction';

/**
 * A value that is shown as changed at once and saved behind it; what is refused is told in a toast and goes back.
 * Quick changes are saved one after the other, and what the server has meanwhile does not overtake them.
 * @param inputOf what the action gets for a value
 */
export function useSaved<Value, Input, Result>(
  saved: Value,
  inputOf: (value: Value) => Input,
  action: (input: Input) => Promise<ActionResult<Result>>,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState(saved);
  const [waiting, setWaiting] = useState(0);
  const { run } = useAction(action, { announce: true });
  // Equal content of another render is no news.
  const text = JSON.stringify(saved);
  useEffect(() => {
    if (waiting === 0) setValue(JSON.parse(text));
  }, [text, waiting]);
  const save = (next: Value) => {
    setValue(next);
    setWaiting((count) => count + 1);
    void run(inputOf(next)).finally(() => setWaiting((count) => count - 1));
  };
  return [value, save];
}
