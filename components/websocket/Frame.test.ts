import { expect, test } from 'vitest';
import { addressOf, bytesOf, closeWords, subprotocolsOf } from './Frame';

test('sizes are bytes of UTF-8', () => expect(bytesOf('é€')).toBe(5));

test.each([
  ['', 'ws://h/dev'],
  ['?a=1', 'ws://h/dev?a=1'],
  [' a=1&b=2 ', 'ws://h/dev?a=1&b=2'],
])('query %o', (query, address) => expect(addressOf('ws://h/dev', query)).toBe(address));

test('subprotocols are told apart by commas', () =>
  expect(subprotocolsOf(' chat.v1, ,chat.v2')).toEqual(['chat.v1', 'chat.v2']));

test.each([
  [{ code: 1000, reason: '' }, true, 'Closed with 1000 (normal)'],
  [{ code: 1009, reason: 'big' }, true, 'Closed with 1009 (a message or frame was too big): big'],
  [{ code: 4321, reason: '' }, true, 'Closed with 4321'],
])('%o', (event, wasOpen, words) => expect(closeWords(event, wasOpen)).toBe(words));

test('a handshake that failed has no code of its own', () =>
  expect(closeWords({ code: 1006, reason: '' }, false)).toContain('Refused'));
