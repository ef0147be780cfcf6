import { expect, test } from 'vitest';
import { exampleBody, routedMessage } from './sampleMessage';

test.each([
  ['$request.body.action', 'hi', {}, { action: 'hi' }],
  ['$request.body.a.b', 'hi', {}, { a: { b: 'hi' } }],
  ['$request.body.action', 'hi', { action: '', text: 'x' }, { action: 'hi', text: 'x' }],
  ['$request.body.action', '$default', { text: 'x' }, { text: 'x' }],
  ['${request.header.x}', 'hi', {}, {}],
])('of %s and %s comes a message of the route', (expression, routeKey, body, message) =>
  expect(JSON.parse(routedMessage(expression, routeKey, body))).toEqual(message));

test('an example has what the schema asks for', () => {
  const properties = {
    action: { type: 'string', enum: ['send', 'shout'] },
    room: { type: 'string' },
    count: { type: 'integer', default: 3 },
    loud: { type: 'boolean' },
    to: { type: 'array', items: { type: 'number' } },
    inner: { type: 'object', properties: { deep: { type: 'object' } } },
  };
  const example = exampleBody(JSON.stringify({ type: 'object', properties }));
  expect(example).toEqual({ action: 'send', room: '', count: 3, loud: false, to: [0], inner: { deep: {} } });
});

test.each(['no JSON', '{"type":"string"}', '[]'])('a schema %s gives an empty message', (schema) =>
  expect(exampleBody(schema)).toEqual({}));
