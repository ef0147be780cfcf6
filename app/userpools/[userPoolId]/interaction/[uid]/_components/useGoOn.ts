'use client';

import { useState } from 'react';
import type { HostedOutcome } from '@/lib/auth/userPools/HostedPages';

/** Leaves for where the sign-in goes on; until the browser has left, `leaving` keeps the button busy. */
export function useGoOn() {
  const [leaving, setLeaving] = useState(false);
  /** @returns false when a new password is to be chosen first */
  const goOn = (outcome: HostedOutcome): boolean => {
    if (!('goTo' in outcome)) return false;
    setLeaving(true);
    window.location.assign(outcome.goTo);
    return true;
  };
  return { leaving, goOn };
}
