import { expect, test } from 'vitest';
import { blankTrial, identityFields, trialCall } from './trialInput';

const fields = identityFields({
  identitySource:
    'method.request.header.Authorization, method.request.querystring.key, stageVariables.tenant, context.identity.sourceIp',
});
const [header, query, variable] = fields.map(({ expression }) => expression);

test('a call brings headers, query strings and variables; the context is its own', () => {
  expect(fields.map(({ location }) => location)).toEqual(['header', 'querystring', 'stageVariables']);
});

test.each([
  ['no path', '', '/?key=a+b%26c'],
  ['a path', '/pets', '/pets?key=a+b%26c'],
  ['a path with a query', '/pets?page=2', '/pets?page=2&key=a+b%26c'],
])('identity sources go to their places: %s', (_, path, pathWithQueryString) => {
  const identity = { [String(header)]: 'allow', [String(query)]: 'a b&c', [String(variable)]: 'acme' };
  const headers = { Authorization: 'typed below', Accept: 'text/plain' };
  expect(trialCall(fields, { ...blankTrial, identity, path, headers })).toEqual({
    headers: { Authorization: 'allow', Accept: 'text/plain' },
    stageVariables: { tenant: 'acme' },
    pathWithQueryString,
    body: '',
  });
});

test('a source that is left empty is not sent', () => {
  expect(trialCall(fields, blankTrial)).toEqual({
    headers: {},
    stageVariables: {},
    pathWithQueryString: '/',
    body: '',
  });
});
