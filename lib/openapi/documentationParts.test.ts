import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { DocumentationPart, DocumentationPartLocation } from '@/lib/model/documentation';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { exportOpenApi, importOpenApi } from './index';

const text = readFileSync(new URL('./corpus/documentationParts.yaml', import.meta.url), 'utf8');
const { definition } = importOpenApi(text);

/** A value of the export for readers, by its path. */
function at(from: RestApiDefinition, exportType: 'oas30' | 'swagger', ...path: (string | number)[]): unknown {
  const { document } = exportOpenApi(from, { exportType, format: 'json', extensions: false });
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)?.[key], document);
}
const part = (location: DocumentationPartLocation, properties: object): DocumentationPart => ({
  location,
  properties: JSON.stringify(properties),
});
const withParts = (...documentationParts: DocumentationPart[]) => ({ ...definition, documentationParts });
const pet = '/pets/{petId}';
const get = { path: pet, method: 'GET' };
const operation = ['paths', pet, 'get'];

test('parts are read with their locations, and come back in the export for import with the version', () => {
  expect(definition.documentationParts?.map(({ location }) => location.type)).toEqual([
    'API',
    'METHOD',
    'MODEL',
    'RESPONSE',
  ]);
  const { document } = exportOpenApi(definition, {
    exportType: 'oas30',
    format: 'json',
    extensions: true,
    documentationVersion: { version: '7', createdDate: Date.UTC(2016, 10, 22, 22, 41, 40, 5) },
  });
  expect(document['x-amazon-apigateway-documentation']).toMatchObject({
    version: '7',
    createdDate: '2016-11-22T22:41:40Z',
    documentationParts: expect.arrayContaining([
      { location: { type: 'MODEL', name: 'Pet' }, properties: { description: 'A pet' } },
    ]),
  });
  expect(JSON.stringify(document.paths)).not.toContain('One pet');
});

describe.each(['oas30', 'swagger'] as const)('in the %s for readers', (exportType) => {
  const schemas = exportType === 'oas30' ? ['components', 'schemas'] : ['definitions'];
  test.each<[rule: string, location: DocumentationPartLocation, path: (string | number)[]]>([
    ['API', { type: 'API' }, ['info', 'description']],
    ['METHOD', { type: 'METHOD', ...get }, [...operation, 'description']],
    ['METHOD by inheritance', { type: 'METHOD', path: '/pets' }, [...operation, 'description']],
    [
      'METHOD of any method',
      { type: 'METHOD', path: pet, method: 'ANY' },
      ['paths', pet, 'put', 'description'],
    ],
    [
      'PATH_PARAMETER',
      { type: 'PATH_PARAMETER', ...get, name: 'petId' },
      [...operation, 'parameters', 0, 'description'],
    ],
    [
      'QUERY_PARAMETER',
      { type: 'QUERY_PARAMETER', ...get, name: 'q' },
      [...operation, 'parameters', 1, 'description'],
    ],
    [
      'RESPONSE without own words',
      { type: 'RESPONSE', statusCode: '200' },
      [...operation, 'responses', '200', 'description'],
    ],
    [
      'RESPONSE with own words, laid over',
      { type: 'RESPONSE', ...get, statusCode: '404' },
      [...operation, 'responses', '404', 'description'],
    ],
    [
      'RESPONSE_HEADER',
      { type: 'RESPONSE_HEADER', name: 'X-Rate' },
      [...operation, 'responses', '200', 'headers', 'X-Rate', 'description'],
    ],
    ['MODEL', { type: 'MODEL', name: 'Pet' }, [...schemas, 'Pet', 'description']],
  ])('%s', (_rule, location, path) => {
    expect(at(withParts(part(location, { description: 'words' })), exportType, ...path)).toBe('words');
  });

  test('without parts it is as it was', () => {
    const { documentationParts: _, ...bare } = definition;
    expect(at(withParts(), exportType)).toEqual(at(bare, exportType));
  });

  test('a part for all does not talk over what a response says of itself', () => {
    const all = withParts(part({ type: 'RESPONSE', statusCode: '404' }, { description: 'all' }));
    expect(at(all, exportType, ...operation, 'responses', '404', 'description')).toBe('No such pet');
    expect(at(all, exportType, 'paths', pet, 'put', 'responses', '404', 'description')).toBe('all');
  });

  test("a body's prose stands below its response's", () => {
    const body = withParts(part({ type: 'RESPONSE_BODY', statusCode: '404' }, { description: 'body' }));
    expect(at(body, exportType, ...operation, 'responses', '404', 'description')).toBe('No such pet\n\nbody');
  });

  test('summary, tags and extensions of a method; its other keys are nowhere', () => {
    const free = {
      summary: 's',
      tags: ['t'],
      'x-own': [1],
      operationId: 'evil',
      security: [],
      parameters: [],
    };
    const own = withParts(part({ type: 'METHOD', ...get }, free));
    expect(at(own, exportType, ...operation)).toMatchObject({ summary: 's', tags: ['t'], 'x-own': [1] });
    expect(at(own, exportType, ...operation, 'operationId')).toBeUndefined();
    expect(at(own, exportType, ...operation, 'security')).toBeUndefined();
    expect(at(own, exportType, ...operation, 'parameters', 'length')).toBe(2);
  });
});

test('a part sets documentation and nothing else, whatever its properties hold', () => {
  const evil = {
    paths: { '/evil': {} },
    servers: [{ url: 'https://evil.example' }],
    host: 'evil.example',
    security: [{ evil: [] }],
    securityDefinitions: { evil: {} },
    components: { evil: {} },
    responses: { 299: {} },
    $ref: 'https://evil.example',
    schema: { title: 'evil' },
    name: 'evil',
    in: 'evil',
    __proto__: { evil: true },
    'x-amazon-apigateway-integration': { uri: 'https://evil.example' },
    'X-Amazon-apigateway-auth': 'evil',
    'x-gatehouse-models': { evil: 'evil' },
    description: ['evil'],
    summary: { evil: 1 },
    tags: [{ evil: 1 }],
    info: {
      title: 'evil',
      version: 'evil',
      description: 1,
      termsOfService: 'javascript:evil()',
      contact: { name: 'A', url: 'javascript:evil()', evil: 1 },
      license: { url: 'https://evil.example' },
    },
  };
  const everywhere: DocumentationPartLocation[] = [
    { type: 'API' },
    { type: 'RESOURCE', path: pet },
    { type: 'METHOD' },
    { type: 'PATH_PARAMETER', name: 'petId' },
    { type: 'QUERY_PARAMETER', ...get },
    { type: 'RESPONSE' },
    { type: 'RESPONSE_HEADER', name: 'X-Rate' },
    { type: 'RESPONSE_BODY' },
    { type: 'MODEL', name: 'Pet' },
  ];
  const full = withParts(...everywhere.map((location) => part(location, evil)));
  for (const exportType of ['oas30', 'swagger'] as const)
    expect(JSON.stringify(at(full, exportType))).not.toContain('evil');
});

describe("a path's prose", () => {
  const own = withParts(
    part({ type: 'RESOURCE', path: pet }, { summary: 's', description: 'd', 'x-own': 1 }),
  );
  test('stands with the path in OpenAPI 3', () =>
    expect(at(own, 'oas30', 'paths', pet)).toMatchObject({ summary: 's', description: 'd', 'x-own': 1 }));
  test('has no place in Swagger 2.0', () =>
    expect(Object.keys(at(own, 'swagger', 'paths', pet) as object)).not.toContain('description'));
});

test("what the API's part may say of it", () => {
  const info = {
    description: 'd',
    termsOfService: 'https://a.example/terms',
    contact: { email: 'a@a.example' },
    license: { name: 'MIT', url: 'https://a.example/mit' },
  };
  const own = withParts(part({ type: 'API' }, { info, tags: [{ name: 'pets', description: 'p' }, 'plain'] }));
  expect(at(own, 'oas30', 'info')).toEqual({ title: 'Parts', version: '1', ...info });
  expect(at(own, 'oas30', 'tags')).toEqual([{ name: 'pets', description: 'p' }]);
});

describe('what is wrong with the extension is told with its line', () => {
  const read = (parts: unknown) => () =>
    importOpenApi(
      JSON.stringify({
        openapi: '3.0.3',
        info: { title: 'T', version: '1' },
        paths: {},
        'x-amazon-apigateway-documentation': { documentationParts: parts },
      }),
    );
  const api = { location: { type: 'API' }, properties: {} };
  test.each<[name: string, parts: unknown, message: string]>([
    ['no list', {}, '"documentationParts" must be a list, not an object.'],
    ['no location', [{ properties: {} }], 'A documentation part needs a location.'],
    ['no properties', [{ location: { type: 'API' } }], 'A documentation part needs properties.'],
    [
      'a field too many',
      [{ ...api, location: { type: 'API', path: '/' } }],
      'A part of type API has no path',
    ],
    ['properties that are a list', [{ ...api, properties: [] }], 'Properties must be a JSON object'],
    ['one location twice', [api, api], 'Another part has this location already.'],
    ['too many', Array.from({ length: 2_001 }, () => api), 'An API has at most 2000 documentation parts.'],
  ])('%s', (_name, parts, message) => expect(read(parts)).toThrow(message));
});
