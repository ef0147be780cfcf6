import { describe, expect, test } from 'vitest';
import type { DocumentationPart, DocumentationPartLocation } from './documentation';
import { documentationIndex } from './documentationIndex';

type Said = [location: DocumentationPartLocation, description: string];
const partsOf = (...said: Said[]): DocumentationPart[] =>
  said.map(([location, description]) => ({ location, properties: JSON.stringify({ description }) }));
const shown = (parts: DocumentationPart[], location: DocumentationPartLocation, own = {}) =>
  documentationIndex(parts).resolve(location, own).properties.description;

describe('what a location inherits (operations.md 5)', () => {
  const get = { path: '/pets/{id}', method: 'GET' };
  test.each<
    [rule: string, part: DocumentationPartLocation, at: DocumentationPartLocation, inherits: boolean]
  >([
    ['a method, of a path above', { type: 'METHOD', path: '/pets' }, { type: 'METHOD', ...get }, true],
    ['a method, of the root', { type: 'METHOD' }, { type: 'METHOD', ...get }, true],
    [
      'a method, of the same method above',
      { type: 'METHOD', path: '/pets', method: 'GET' },
      { type: 'METHOD', ...get },
      true,
    ],
    [
      'not of another method',
      { type: 'METHOD', path: '/pets', method: 'POST' },
      { type: 'METHOD', ...get },
      false,
    ],
    [
      'not of a path that only begins alike',
      { type: 'METHOD', path: '/pet' },
      { type: 'METHOD', ...get },
      false,
    ],
    ['not of a path below', { type: 'METHOD', path: '/pets/{id}/toys' }, { type: 'METHOD', ...get }, false],
    ['not of another type', { type: 'RESPONSE' }, { type: 'METHOD', ...get }, false],
    [
      'a query parameter, of the same method above',
      { type: 'QUERY_PARAMETER', path: '/pets', method: 'GET', name: 'q' },
      { type: 'QUERY_PARAMETER', ...get, name: 'q' },
      true,
    ],
    [
      'a query parameter, not of any method: its method is exact',
      { type: 'QUERY_PARAMETER', path: '/pets', name: 'q' },
      { type: 'QUERY_PARAMETER', ...get, name: 'q' },
      false,
    ],
    [
      'a query parameter, of one without a name',
      { type: 'QUERY_PARAMETER', path: '/pets', method: 'GET' },
      { type: 'QUERY_PARAMETER', ...get, name: 'q' },
      true,
    ],
    [
      'a header, of any method',
      { type: 'REQUEST_HEADER', name: 'h' },
      { type: 'REQUEST_HEADER', ...get, name: 'h' },
      true,
    ],
    [
      'a header, not of another name',
      { type: 'REQUEST_HEADER', name: 'g' },
      { type: 'REQUEST_HEADER', ...get, name: 'h' },
      false,
    ],
    [
      'a path parameter, of any method',
      { type: 'PATH_PARAMETER', path: '/pets/{id}', name: 'id' },
      { type: 'PATH_PARAMETER', ...get, name: 'id' },
      true,
    ],
    ['a body, of any method', { type: 'REQUEST_BODY' }, { type: 'REQUEST_BODY', ...get }, true],
    [
      'a response, of its code everywhere',
      { type: 'RESPONSE', statusCode: '404' },
      { type: 'RESPONSE', ...get, statusCode: '404' },
      true,
    ],
    ['a response, of any code', { type: 'RESPONSE' }, { type: 'RESPONSE', ...get, statusCode: '404' }, true],
    [
      'a response, not of another code',
      { type: 'RESPONSE', statusCode: '400' },
      { type: 'RESPONSE', ...get, statusCode: '404' },
      false,
    ],
    [
      "a response's body, of any code",
      { type: 'RESPONSE_BODY', path: '/pets' },
      { type: 'RESPONSE_BODY', ...get, statusCode: '200' },
      true,
    ],
    [
      "a response's header, of any method and code",
      { type: 'RESPONSE_HEADER', name: 'h' },
      { type: 'RESPONSE_HEADER', ...get, statusCode: '200', name: 'h' },
      true,
    ],
    ['a resource inherits nothing', { type: 'RESOURCE' }, { type: 'RESOURCE', path: '/pets' }, false],
    ['a model inherits nothing', { type: 'MODEL' }, { type: 'MODEL', name: 'Pet' }, false],
    ['an authorizer inherits nothing', { type: 'AUTHORIZER' }, { type: 'AUTHORIZER', name: 'a' }, false],
  ])('%s', (_rule, part, at, inherits) => {
    expect(shown(partsOf([part, 'inherited']), at)).toBe(inherits ? 'inherited' : undefined);
  });
});

describe('what is more specific wins', () => {
  const at = { type: 'RESPONSE', path: '/a/b', method: 'GET', statusCode: '404' } as const;
  const everywhere: Said = [{ type: 'RESPONSE' }, 'everywhere'];
  const code: Said = [{ type: 'RESPONSE', statusCode: '404' }, 'code'];
  const method: Said = [{ type: 'RESPONSE', method: 'GET' }, 'method'];
  const path: Said = [{ type: 'RESPONSE', path: '/a' }, 'path'];
  const own: Said = [at, 'own'];
  test.each<[rule: string, said: Said[], expected: string]>([
    ['a status code over none', [code, everywhere], 'code'],
    ['a method over a status code', [method, code], 'method'],
    ['a path over a status code', [path, code], 'path'],
    ['a path over a method', [path, method], 'path'],
    ['its own over all', [own, path, method, code, everywhere], 'own'],
  ])('%s', (_rule, said, expected) => {
    expect(shown(partsOf(...said), at)).toBe(expected);
    expect(shown(partsOf(...said.toReversed()), at)).toBe(expected);
  });
});

describe('beside what a method says of itself', () => {
  const at = { type: 'METHOD', path: '/pets', method: 'GET' } as const;
  test('its own part is laid over it, member by member, and the sources are told', () => {
    const parts = [
      { location: { type: 'METHOD', path: '/' } as const, properties: '{"tags":["all"],"summary":"s"}' },
      { location: at, properties: '{"description":"part"}' },
    ];
    expect(documentationIndex(parts).resolve(at, { summary: 'Lists', description: 'method' })).toEqual({
      properties: { tags: ['all'], summary: 'Lists', description: 'part' },
      from: { tags: { type: 'METHOD', path: '/', method: '*' }, summary: at, description: at },
    });
  });
  test('what is inherited does not talk over it, and it is not inherited itself', () => {
    const parts = partsOf([{ type: 'METHOD' }, 'inherited']);
    expect(shown(parts, at, { description: 'method' })).toBe('method');
    expect(shown(parts, { ...at, path: '/pets/{id}' })).toBe('inherited');
  });
});

test('members named like prototypes are members', () => {
  const parts = [{ location: { type: 'API' } as const, properties: '{"__proto__":{"polluted":true}}' }];
  const { properties } = documentationIndex(parts).resolve({ type: 'API' });
  expect(Object.keys(properties)).toEqual(['__proto__']);
  expect(Object.hasOwn({}, 'polluted') || 'polluted' in properties).toBe(false);
});

describe("the API's description in info", () => {
  const api = { type: 'API' } as const;
  const at = (properties: object) =>
    documentationIndex([{ location: api, properties: JSON.stringify(properties) }]).resolve(api, {
      description: 'definition',
    });
  test.each<[rule: string, part: object, shown: object]>([
    ["is laid over the definition's", { info: { description: 'info' } }, { description: 'info' }],
    ['wins over the other', { description: 'part', info: { description: 'info' } }, { description: 'info' }],
    [
      'leaves the rest of info',
      { info: { description: 'info', license: 1 } },
      { description: 'info', info: { license: 1 } },
    ],
    [
      'counts as a text only',
      { info: { description: 1 } },
      { description: 'definition', info: { description: 1 } },
    ],
  ])('%s', (_rule, part, shown) => {
    expect(at(part)).toMatchObject({ properties: shown, from: { description: api } });
    expect(at(part).properties).toEqual(shown);
  });
});
