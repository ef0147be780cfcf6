import { expect, test } from 'vitest';
import { identityFields } from './identityFields';
import { blankTrial, trialInput } from './trialInput';

test.each([
  [
    [
      '$request.header.Authorization',
      '$request.querystring.key',
      '$stageVariables.tenant',
      '$context.identity.sourceIp',
    ],
  ],
  [
    [
      'route.request.header.Authorization',
      'route.request.querystring.key',
      'stageVariables.tenant',
      'context.x',
    ],
  ],
])('a call brings headers, query strings and variables; the context is its own: %j', (sources) => {
  const found = identityFields(sources).map(({ location, name }) => `${location} ${name}`);
  expect(found).toEqual(['header Authorization', 'querystring key', 'stageVariables tenant']);
});

const fields = identityFields([
  '$request.header.Authorization',
  '$request.querystring.key',
  '$stageVariables.t',
]);

test.each([
  ['no path', '', '?key=a+b%26c'],
  ['a path', '/pets', '/pets?key=a+b%26c'],
  ['a path with a query', '/pets?page=2', '/pets?page=2&key=a+b%26c'],
])('identity sources go to their places: %s', (_, path, pathWithQueryString) => {
  const identity = {
    '$request.header.Authorization': ' token\n',
    '$request.querystring.key': 'a b&c',
    '$stageVariables.t': 'acme',
  };
  const draft = { ...blankTrial, identity, path, routeId: 'r1', stageName: 'prod', headers: { Accept: 'a' } };
  expect(trialInput(fields, draft)).toEqual({
    ...{ headers: { Authorization: 'token', Accept: 'a' }, stageVariables: { t: 'acme' } },
    ...{ pathWithQueryString, routeId: 'r1', stageName: 'prod' },
  });
});

test('what is left empty is not sent', () => {
  expect(trialInput(fields, blankTrial)).toEqual({
    headers: {},
    stageVariables: {},
    pathWithQueryString: '',
  });
});
