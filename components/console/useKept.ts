'use client';

import { useEffect, useState } from 'react';

/** A yes or no that this browser remembers; the server renders it as `false`. */
export function useKept(key: string): [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(false);
  useEffect(() => setValue(window.localStorage.getItem(key) === 'yes'), [key]);
  const set = (next: boolean) => {
    window.localStorage.setItem(key, next ? 'yes' : 'no');
    setValue(next);
  };
  return [value, set];
}
