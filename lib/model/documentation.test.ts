import { describe, expect, test } from 'vitest';
import {
  type DocumentationPartLocation,
  documentationPartInput,
  locationKey,
  normalLocation,
  parseProperties,
} from './documentation';
import { documentationAddress } from './documentationAddress';

const problems = (part: unknown) => {
  const result = documentationPartInput.safeParse(part);
  return result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
};
const properties = '{"description":"d"}';

describe('location fields of each type, with defaults (operations.md 5)', () => {
  test.each<[DocumentationPartLocation, DocumentationPartLocation]>([
    [{ type: 'API' }, { type: 'API' }],
    [
      { type: 'AUTHORIZER', name: 'a' },
      { type: 'AUTHORIZER', name: 'a' },
    ],
    [
      { type: 'MODEL', name: 'Pet' },
      { type: 'MODEL', name: 'Pet' },
    ],
    [{ type: 'RESOURCE' }, { type: 'RESOURCE', path: '/' }],
    [{ type: 'METHOD' }, { type: 'METHOD', path: '/', method: '*' }],
    [{ type: 'QUERY_PARAMETER' }, { type: 'QUERY_PARAMETER', path: '/', method: '*' }],
    [
      { type: 'REQUEST_BODY', path: '/a' },
      { type: 'REQUEST_BODY', path: '/a', method: '*' },
    ],
    [
      { type: 'PATH_PARAMETER', name: 'id', method: 'GET' },
      { type: 'PATH_PARAMETER', path: '/', method: 'GET', name: 'id' },
    ],
    [
      { type: 'REQUEST_HEADER', name: 'h' },
      { type: 'REQUEST_HEADER', path: '/', method: '*', name: 'h' },
    ],
    [{ type: 'RESPONSE' }, { type: 'RESPONSE', path: '/', method: '*', statusCode: '*' }],
    [
      { type: 'RESPONSE_HEADER', statusCode: '200', name: 'h' },
      { type: 'RESPONSE_HEADER', path: '/', method: '*', statusCode: '200', name: 'h' },
    ],
    [{ type: 'RESPONSE_BODY' }, { type: 'RESPONSE_BODY', path: '/', method: '*', statusCode: '*' }],
  ])('%j', (given, kept) => {
    expect(problems({ location: given, properties })).toEqual([]);
    expect(documentationPartInput.parse({ location: given, properties }).location).toEqual(kept);
    expect(normalLocation(kept)).toEqual(kept);
    expect(locationKey(given)).toBe(locationKey(kept));
  });
});

describe('refused, with the name of the field', () => {
  test.each<[object, string]>([
    [{ type: 'API', path: '/' }, 'location.path: A part of type API has no path'],
    [{ type: 'MODEL', method: 'GET' }, 'location.method: A part of type MODEL has no method'],
    [{ type: 'RESOURCE', name: 'a' }, 'location.name: A part of type RESOURCE has no name'],
    [{ type: 'METHOD', statusCode: '200' }, 'location.statusCode: A part of type METHOD has no statusCode'],
    [{ type: 'RESPONSE_BODY', name: 'a' }, 'location.name: A part of type RESPONSE_BODY has no name'],
    [{ type: 'PATH_PARAMETER' }, 'location.name: A part of type PATH_PARAMETER needs a name'],
    [{ type: 'REQUEST_HEADER' }, 'location.name: A part of type REQUEST_HEADER needs a name'],
    [{ type: 'RESPONSE_HEADER' }, 'location.name: A part of type RESPONSE_HEADER needs a name'],
    [{ type: 'METHOD', path: 'pets' }, 'location.path: A path begins with / and has no empty segment'],
    [{ type: 'METHOD', path: '/pets/' }, 'location.path: A path begins with / and has no empty segment'],
    [
      { type: 'METHOD', method: 'get' },
      'location.method: A method is * or one of GET, PUT, POST, DELETE, PATCH, OPTIONS, HEAD, ANY',
    ],
    [
      { type: 'RESPONSE', statusCode: '2XX' },
      'location.statusCode: A status code is * or three digits, 100 to 599',
    ],
  ])('%j', (location, problem) => {
    expect(problems({ location, properties })).toEqual([problem]);
  });

  test.each([
    ['no JSON', 'prose'],
    ['a text', '"prose"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a bomb of depth', `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
  ])('properties that are %s', (_name, text) => {
    expect(problems({ location: { type: 'API' }, properties: text })).toEqual([
      'properties: Properties must be a JSON object',
    ]);
    expect(parseProperties(text)).toBeUndefined();
  });

  test('properties that are too long', () => {
    const text = JSON.stringify({ description: 'a'.repeat(65_536) });
    expect(problems({ location: { type: 'API' }, properties: text })).toEqual([
      'properties: Properties are at most 65,536 characters',
    ]);
  });
});

test.each<[DocumentationPartLocation, string]>([
  [{ type: 'API' }, 'API'],
  [{ type: 'MODEL', name: 'Pet' }, 'Model Pet'],
  [{ type: 'RESOURCE', path: '/pets' }, 'Resource /pets'],
  [{ type: 'METHOD', path: '/pets', method: 'GET' }, 'GET /pets'],
  [{ type: 'METHOD' }, 'Every method below /'],
  [{ type: 'RESPONSE', statusCode: '404' }, 'Response 404 of every method below /'],
  [{ type: 'QUERY_PARAMETER', path: '/p', method: 'GET', name: 'q' }, 'Query parameter q of GET /p'],
])('%j in words', (location, words) => {
  expect(documentationAddress(location)).toBe(words);
});
