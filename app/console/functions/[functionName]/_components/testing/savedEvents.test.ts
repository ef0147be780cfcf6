import { expect, test } from 'vitest';
import { eventTemplates, eventText } from './eventTemplates';
import { withEvent, withoutEvent } from './savedEvents';

const events = [
  { name: 'a', text: '{}' },
  { name: 'c', text: '{}' },
];

test('an event stands by its name, one of the same name is replaced', () => {
  expect(withEvent(events, { name: 'b', text: '1' }).map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(withEvent(events, { name: 'c', text: '2' })).toEqual([events[0], { name: 'c', text: '2' }]);
});

test('one goes by its name', () => {
  expect(withoutEvent(events, 'a')).toEqual([events[1]]);
});

test.each(eventTemplates)('the template $label is JSON', ({ event }) => {
  expect(JSON.parse(eventText(event))).toEqual(event);
});
