/** Forms with unsaved changes that are on the page, and the way out that waits for an answer. */
const dirty = new Set<symbol>();
const listeners = new Set<() => void>();
let waiting: (() => void) | null = null;

function wait(next: (() => void) | null): void {
  waiting = next;
  for (const listener of listeners) listener();
}

export const leaving = {
  /** @returns takes the mark away again */
  markDirty(): () => void {
    const form = Symbol('form');
    dirty.add(form);
    return () => dirty.delete(form);
  },
  isDirty: () => dirty.size > 0,
  /** Goes at once, or asks first while there are unsaved changes. */
  leave(go: () => void): void {
    if (dirty.size === 0) go();
    else wait(go);
  },
  waiting: () => waiting,
  stay: () => wait(null),
  go(): void {
    const way = waiting;
    wait(null);
    way?.();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
