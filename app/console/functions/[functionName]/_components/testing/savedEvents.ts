import { z } from 'zod';

const savedEvents = z.array(z.object({ name: z.string(), text: z.string() }));
export type SavedEvent = z.infer<typeof savedEvents>[number];

const storageKey = (functionName: string) => `gatehouse.testEvents.${functionName}`;

/** A function's test events in this browser, by name; none when the storage is closed or holds something else. */
export function readEvents(functionName: string): SavedEvent[] {
  try {
    const stored = savedEvents.safeParse(JSON.parse(localStorage.getItem(storageKey(functionName)) ?? '[]'));
    return stored.success ? stored.data : [];
  } catch {
    return [];
  }
}

/** @returns the events with `event` in place of the one of its name */
export const withEvent = (events: readonly SavedEvent[], event: SavedEvent): SavedEvent[] =>
  [...events.filter(({ name }) => name !== event.name), event].sort((a, b) => a.name.localeCompare(b.name));

export const withoutEvent = (events: readonly SavedEvent[], name: string): SavedEvent[] =>
  events.filter((event) => event.name !== name);

/** @returns whether the browser keeps them */
export function storeEvents(functionName: string, events: readonly SavedEvent[]): boolean {
  try {
    localStorage.setItem(storageKey(functionName), JSON.stringify(events));
    return true;
  } catch {
    return false;
  }
}
