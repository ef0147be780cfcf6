import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Method } from '@/lib/model/method';
import type { ParameterDocumentation } from '@/lib/model/parameterDocumentation';
import { exportOpenApi, importOpenApi } from './index';

/*
 * What the reference says of parameters, headers, bodies and responses, from document to definition and back.
 * Fields and defaults: OpenAPI 3.0.3 and Swagger 2.0, parameter object, header object.
 */
const corpus = (name: string) => readFileSync(new URL(`./corpus/${name}`, import.meta.url), 'utf8');
const isSwagger = (version: string) => version.startsWith('2');

function document(version: string, operation: object, members: object = {}): string {
  const kind = isSwagger(version) ? { swagger: version } : { openapi: version };
  const integration = { type: 'mock' };
  const get = { responses: {}, ...operation, 'x-amazon-apigateway-integration': integration };
  return JSON.stringify({
    ...kind,
    info: { title: 'T', version: '1' },
    paths: { '/a': { get } },
    ...members,
  });
}

function read(text: string): { method: Method | undefined; pointers: string[] } {
  const { definition, warnings } = importOpenApi(text);
  const method = definition.resources.find(({ path }) => path === '/a')?.resourceMethods.GET;
  return { method, pointers: warnings.map(({ pointer }) => pointer) };
}

const query = 'method.request.querystring.q';
const documentationOf = (version: string, members: object, place = 'query') => {
  const { method, pointers } = read(
    document(version, { parameters: [{ name: 'q', in: place, ...members }] }),
  );
  const [documentation] = Object.values(method?.parameterDocumentation ?? {});
  return { documentation, left: pointers.map((pointer) => pointer.split('/').at(-1)) };
};

test.each([
  'documentedSwagger.yaml',
  'documentedOas30.yaml',
  'petStoreSwagger.json',
])('%s loses no description and no type', (name) => {
  const pointers = importOpenApi(corpus(name)).warnings.map(({ pointer }) => pointer);
  expect(pointers.filter((pointer) => /\/(parameters|responses|requestBody)\b/.test(pointer))).toEqual([]);
});

const list = { type: 'array', items: { type: 'string' } };

describe('types of Swagger 2.0 and of OpenAPI 3.0 are one thing', () => {
  test.each<[rule: string, flat: object, typed: object, ParameterDocumentation | undefined]>([
    ['a plain text says nothing', { type: 'string' }, { schema: { type: 'string' } }, undefined],
    [
      'a number with bounds',
      { type: 'integer', maximum: 9, exclusiveMaximum: true },
      { schema: { type: 'integer', maximum: 9, exclusiveMaximum: true } },
      { schema: { type: 'integer', maximum: 9, exclusiveMaximum: true } },
    ],
    [
      'an enum with a default, described',
      { description: 'd', type: 'string', enum: ['a', 'b'], default: 'a' },
      { description: 'd', schema: { type: 'string', enum: ['a', 'b'], default: 'a' } },
      { description: 'd', schema: { type: 'string', enum: ['a', 'b'], default: 'a' } },
    ],
    [
      'a list is comma-separated in Swagger',
      list,
      { explode: false, schema: list },
      { explode: false, schema: list },
    ],
    [
      'a repeated one in OpenAPI 3',
      { ...list, collectionFormat: 'multi' },
      { schema: list },
      { schema: list },
    ],
    [
      'separated by pipes',
      { ...list, collectionFormat: 'pipes' },
      { style: 'pipeDelimited', schema: list },
      { style: 'pipeDelimited', schema: list },
    ],
  ])('%s', (_rule, flat, typed, documentation) => {
    expect(documentationOf('2.0', flat)).toEqual({ documentation, left: [] });
    expect(documentationOf('3.0.3', typed)).toEqual({ documentation, left: [] });
    const { definition } = importOpenApi(
      document('3.0.3', { parameters: [{ name: 'q', in: 'query', ...typed }] }),
    );
    const written = (exportType: 'swagger' | 'oas30') =>
      exportOpenApi(definition, { exportType, format: 'json', extensions: true }).document.paths;
    const rest = { name: 'q', in: 'query' };
    const stated = { ...rest, required: false };
    expect(written('swagger')).toMatchObject({ '/a': { get: { parameters: [{ ...stated, ...flat }] } } });
    expect(written('oas30')).toMatchObject({ '/a': { get: { parameters: [{ ...rest, ...typed }] } } });
  });
});

describe('what is said twice, or is the default, is kept once', () => {
  test.each<[rule: string, place: string, members: object, ParameterDocumentation | undefined]>([
    ['form of a query', 'query', { style: 'form', explode: true }, undefined],
    ['simple of a header', 'header', { style: 'simple', explode: false }, undefined],
    ['explode of a header', 'header', { explode: true }, { explode: true }],
    ['deepObject, not exploded', 'query', { style: 'deepObject', explode: false }, { style: 'deepObject' }],
    ['deepObject', 'query', { style: 'deepObject', explode: true }, { style: 'deepObject', explode: true }],
    ['an empty description', 'query', { description: '' }, undefined],
    [
      'nullable',
      'query',
      { schema: { type: 'string', nullable: true } },
      { schema: { type: ['string', 'null'] } },
    ],
  ])('%s', (_rule, place, members, documentation) => {
    expect(documentationOf('3.0.3', members, place)).toEqual({ documentation, left: [] });
  });
});

describe('what cannot be kept is told, and refuses no document', () => {
  test.each<[rule: string, version: string, members: object, left: string[]]>([
    ['a reference to nothing', '3.0.3', { schema: { $ref: '#/components/schemas/Gone' } }, ['schema']],
    [
      'a reference elsewhere',
      '3.0.3',
      { schema: { items: { $ref: 'https://other.example/s' } } },
      ['schema'],
    ],
    ['a reference to no schema', '3.0.3', { schema: { $ref: '#/info' } }, ['schema']],
    ['a schema that is a text', '3.0.3', { schema: 'string' }, ['schema']],
    ['no description', '3.0.3', { description: null }, ['description']],
    ['a style of nobody', '3.0.3', { style: 'fancy', explode: 'yes' }, ['style', 'explode']],
    ['a list of types', '2.0', { type: ['string'] }, ['type']],
    ['items that are no type', '2.0', { items: { $ref: '#/definitions/A' } }, ['items']],
    [
      'a format of lists that OpenAPI 3 lacks',
      '2.0',
      { ...list, collectionFormat: 'tsv' },
      ['collectionFormat'],
    ],
    ['a schema in Swagger', '2.0', { schema: { type: 'string' } }, ['schema']],
    [
      'a flat type beside an exact one',
      '2.0',
      { type: 'integer', 'x-gatehouse-documentation': { schema: { type: 'number' } } },
      ['type'],
    ],
  ])('%s', (_rule, version, members, left) => {
    expect(documentationOf(version, members).left).toEqual(left);
  });
});

const schemas = { schemas: { 'pet-kind': { type: 'string', enum: ['dog', 'cat'] } } };
const kinds = { name: 'q', in: 'query', schema: { $ref: '#/components/schemas/pet-kind' } };

test('a type may be a model, under the name that it has here', () => {
  const text = document('3.0.3', { parameters: [kinds] }, { components: schemas });
  const { definition } = importOpenApi(text);
  const parameter = (exportType: 'swagger' | 'oas30', extensions: boolean) => {
    const { document } = exportOpenApi(definition, { exportType, format: 'json', extensions });
    return (document.paths as Record<string, { get: { parameters: object[] } }>)['/a']?.get.parameters[0];
  };
  expect(read(text).method?.parameterDocumentation?.[query]?.schema).toEqual({
    $ref: 'https://apigateway.amazonaws.com/restapis/{apiId}/models/petkind',
  });
  expect(parameter('oas30', false)).toMatchObject({ schema: { $ref: '#/components/schemas/petkind' } });
  const plain = { name: 'q', in: 'query', required: false, type: 'string' };
  expect(parameter('swagger', false)).toEqual(plain);
  expect(parameter('swagger', true)).toEqual({
    ...plain,
    'x-gatehouse-documentation': { schema: { $ref: '#/definitions/petkind' } },
  });
});

test('readers see the descriptions of parameters, bodies, responses and headers', () => {
  const { definition } = importOpenApi(corpus('documentedSwagger.yaml'));
  for (const exportType of ['swagger', 'oas30'] as const) {
    const { text } = exportOpenApi(definition, { exportType, format: 'json', extensions: false });
    for (const prose of [
      'Which pet: its number',
      'The pet as it shall be',
      'The pet, as it is sold',
      'Calls that are left',
      'There is no such pet',
    ])
      expect(text).toContain(prose);
    expect(text).not.toContain('x-gatehouse');
  }
});
