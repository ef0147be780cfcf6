'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => undefined;
const utc = { name: 'UTC', local: false };
const browser = { name: Intl.DateTimeFormat().resolvedOptions().timeZone, local: true };

/** The browser's zone; UTC until the page runs in a browser, for the server cannot know it. */
export const useLocalZone = () =>
  useSyncExternalStore(
    never,
    () => browser,
    () => utc,
  );
