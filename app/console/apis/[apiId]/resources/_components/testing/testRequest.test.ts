import { expect, test } from 'vitest';
import { corsPreflight } from '@/lib/model/corsMethod';
import { integration } from '@/lib/model/integration';
import { blankRequest, missingParameters, pathWithQueryString, realWrite, verbOf } from './testRequest';

test.each<[rule: string, path: string, values: Record<string, string>, query: string, expected: string]>([
  ['no parameter', '/pets', {}, '', '/pets'],
  ['a parameter is encoded, its slash too', '/pets/{id}', { id: 'a b/ä' }, '', '/pets/a%20b%2F%C3%A4'],
  ['a greedy one keeps its slashes', '/{proxy+}', { proxy: 'a/b c' }, '', '/a/b%20c'],
  ['a query with or without its question mark', '/pets', {}, '?a=1', '/pets?a=1'],
  [
    'what is encoded stays, what cannot stand is encoded',
    '/pets',
    {},
    'a=%20&b=ü #',
    '/pets?a=%20&b=%C3%BC%20%23',
  ],
])('path: %s', (_, path, values, queryString, expected) => {
  expect(pathWithQueryString(path, { ...blankRequest, path: values, queryString })).toBe(expected);
});

test('parameters without a value are told', () => {
  expect(missingParameters('/a/{b}/{c+}', { ...blankRequest, path: { b: '1' } })).toEqual(['c']);
});

const mock = corsPreflight({ allowOrigin: '*', allowHeaders: '', allowMethods: ['GET'] });
const http = (httpMethod: string) =>
  integration.parse({ type: 'HTTP_PROXY', httpMethod, uri: 'https://a.example' });

test.each([
  ['a mock calls nobody', mock.methodIntegration, 'POST', undefined],
  ['GET reads', http('GET'), 'GET', undefined],
  ['a GET whose backend method is POST writes', http('POST'), 'GET', 'POST https://a.example'],
  ['DELETE passed on by ANY writes', http('ANY'), 'DELETE', 'DELETE https://a.example'],
])('real backend: %s', (_, methodIntegration, sent, expected) => {
  expect(realWrite({ ...mock, methodIntegration }, sent)).toBe(expected);
});

const resource = { id: 'r', path: '/', resourceMethods: { GET: mock, ANY: mock } };
test.each([
  ['its own', 'GET', 'PATCH', 'GET'],
  ['the one chosen for ANY', 'ANY', 'PATCH', 'PATCH'],
  ['the first that ANY answers', 'ANY', undefined, 'PUT'],
  ['never one that has a method of its own', 'ANY', 'GET', 'PUT'],
])('verb of a test: %s', (_, httpMethod, verb, expected) => {
  expect(verbOf({ resource, httpMethod }, { ...blankRequest, verb })).toBe(expected);
});
