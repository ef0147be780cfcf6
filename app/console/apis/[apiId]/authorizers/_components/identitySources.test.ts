import { expect, test } from 'vitest';
import { identitySourceOf, readIdentitySources } from './identitySources';

test.each([
  ['one header', 'method.request.header.Authorization', [{ location: 'header', name: 'Authorization' }]],
  [
    'every kind, spaces at will',
    'method.request.querystring.key ,stageVariables.tenant,  context.identity.sourceIp',
    [
      { location: 'querystring', name: 'key' },
      { location: 'stageVariables', name: 'tenant' },
      { location: 'context', name: 'identity.sourceIp' },
    ],
  ],
  ['none', undefined, []],
])('reads %s', (_, text, sources) => {
  expect(readIdentitySources(text)).toEqual(sources);
});

test('writes what it read, and leaves out what has no name', () => {
  const text = 'method.request.header.Authorization, context.httpMethod';
  expect(identitySourceOf([...readIdentitySources(text), { location: 'header', name: ' ' }])).toBe(text);
});
