'use client';

import { useEffect, useState } from 'react';
import { toast } from '@/components/ui/Toaster';
import { eventTemplates, eventText } from './eventTemplates';
import { readEvents, type SavedEvent, storeEvents, withEvent, withoutEvent } from './savedEvents';

/** marks of the select's values: a saved event, a template */
const saved = 'saved:';
const template = 'template:';

/** The event that is edited, and those that this browser has saved for the function. */
export function useTestEvents(functionName: string) {
  const [events, setEvents] = useState<SavedEvent[]>([]);
  const [chosen, setChosen] = useState(`${template}proxy`);
  const [text, setText] = useState(() => textOf([], `${template}proxy`));
  useEffect(() => setEvents(readEvents(functionName)), [functionName]);

  const keep = (next: SavedEvent[]) => {
    setEvents(next);
    if (!storeEvents(functionName, next))
      toast.error('This browser keeps no events: its storage is closed or full');
  };
  const choose = (value: string) => {
    setChosen(value);
    setText(textOf(events, value));
  };
  const save = (name: string) => {
    keep(withEvent(events, { name, text }));
    setChosen(`${saved}${name}`);
  };
  const name = chosen.startsWith(saved) ? chosen.slice(saved.length) : undefined;
  const remove = () => {
    if (name === undefined) return;
    keep(withoutEvent(events, name));
    setChosen(`${template}proxy`);
  };
  return {
    text,
    setText,
    chosen,
    choose,
    /** of the saved event that is chosen */
    name,
    changed: text !== textOf(events, chosen),
    save,
    remove,
    options: [
      ...events.map((event) => ({ value: `${saved}${event.name}`, label: event.name })),
      ...eventTemplates.map(({ id, label }) => ({ value: `${template}${id}`, label: `Template: ${label}` })),
    ],
  };
}
export type TestEvents = ReturnType<typeof useTestEvents>;

function textOf(events: readonly SavedEvent[], chosen: string): string {
  const event = events.find(({ name }) => `${saved}${name}` === chosen);
  if (event) return event.text;
  const found = eventTemplates.find(({ id }) => `${template}${id}` === chosen);
  return eventText(found?.event ?? {});
}
