import type { KeyboardEvent } from 'react';

const steps: Record<string, (index: number, last: number) => number> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** Arrow keys, Home and End move the focus over rows, also to those that are not rendered yet. */
export function moveRowFocus(
  event: KeyboardEvent<HTMLElement>,
  scrollToIndex: (index: number) => void,
  count: number,
): void {
  const body = event.currentTarget;
  const row = event.target instanceof HTMLElement ? event.target : null;
  const step = steps[event.key];
  if (!step || row?.dataset.index === undefined) return;
  event.preventDefault();
  const index = step(Number(row.dataset.index), count - 1);
  scrollToIndex(index);
  // two frames: the virtualiser measures in the first and renders in the second
  requestAnimationFrame(() =>
    requestAnimationFrame(() => body.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus()),
  );
}
