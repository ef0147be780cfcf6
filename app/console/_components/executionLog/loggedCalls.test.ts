import { expect, test } from 'vitest';
import { loggedCalls, matchingCalls } from './loggedCalls';

const of = (requestId: string, time: number, ...texts: string[]) =>
  texts.map((text, index) => ({
    id: `${requestId}/${index}`,
    logStreamName: 'a',
    time,
    message: `(${requestId}) ${text}`,
  }));

const served = of(
  'r1',
  1,
  'Extended Request Id: x=',
  "API Key  authorized because method 'GET /{id}' does not require API Key. Request will not",
  'HTTP Method: GET, Resource Path: /7',
  'Method completed with status: 200',
);
const refused = of(
  'r2',
  2,
  'Starting authorizer: a1 for request: r2',
  'Unauthorized request: r2',
  'Gateway response type: UNAUTHORIZED with status code: 401',
);
const event = of('r3=', 3, 'WebSocket Request Route: [$default]', 'Method completed with status: 200');
const calls = loggedCalls([...served, ...refused, ...event].reverse());

test('lines are calls, newest first, with what was called and how it ended', () => {
  expect(calls.map(({ lines, ...call }) => call)).toEqual([
    { requestId: 'r3=', time: 3, what: '$default', status: '200', failed: false },
    { requestId: 'r2', time: 2, what: '', status: '401', failed: true },
    { requestId: 'r1', time: 1, what: 'GET /7', status: '200', failed: false },
  ]);
  expect(calls[1]?.lines[0]).toBe('Starting authorizer: a1 for request: r2');
});

test('a call whose last lines are missing has no status', () => {
  expect(loggedCalls(served.slice(0, 2).reverse())[0]).toMatchObject({ what: 'GET /{id}', failed: false });
  expect(loggedCalls(served.slice(0, 2).reverse())[0]).not.toHaveProperty('status');
});

test.each([
  ['', false, ['r3=', 'r2', 'r1']],
  ['', true, ['r2']],
  ['R1', false, ['r1']],
  ['authorizer', false, ['r2']],
  ['authorizer', true, ['r2']],
  ['resource path', true, []],
])('%j, failed only: %s', (text, failedOnly, ids) => {
  expect(matchingCalls(calls, text, failedOnly).map(({ requestId }) => requestId)).toEqual(ids);
});
