import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Method } from '@/lib/model/method';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { javascriptSdk } from './javascript/javascriptSdk';
import { pythonSdk } from './python/pythonSdk';
import { readSdkApi } from './readSdkApi';

const method = (httpMethod: Method['httpMethod'], part: Partial<Method> = {}): Method => ({
  httpMethod,
  authorizationType: 'NONE',
  apiKeyRequired: false,
  requestParameters: {},
  requestModels: {},
  methodResponses: {},
  ...part,
});

function api(paths: Record<string, Method[]>, models: Record<string, object> = {}): RestApiDefinition {
  return {
    name: 'x */ """ \n #{exit}',
    resources: Object.entries(paths).map(([path, methods], index) => ({
      id: `r${index}`,
      path,
      resourceMethods: Object.fromEntries(methods.map((one) => [one.httpMethod, one])),
    })),
    models: Object.entries(models).map(([name, schema]) => ({
      name,
      contentType: 'application/json',
      schema: JSON.stringify(schema),
    })),
    requestValidators: [],
  };
}
const read = (definition: RestApiDefinition) => readSdkApi(definition, 'http://localhost/prod/', 'us-east-1');
const namesOf = (paths: Record<string, Method[]>) => read(api(paths)).operations.map(({ name }) => name);

test.each<[path: string, part: Partial<Method>, name: string]>([
  ['/', {}, 'rootGet'],
  ['/pets/{petId}', {}, 'petsPetIdGet'],
  ['/{a}/{b}/{op}', {}, 'aBOpGet'],
  ['/my-path/sub_path', {}, 'myPathSubPathGet'],
  ['/files/{proxy+}', {}, 'filesProxyGet'],
  ['/2024', {}, 'x2024Get'],
  ['/pets', { operationName: 'ListPets' }, 'listPets'],
])('GET %s with %j is called %s', (path, part, name) => {
  expect(namesOf({ [path]: [method('GET', part)] })).toEqual([name]);
});

test('two methods never have one name', () => {
  expect(namesOf({ '/a-b': [method('GET')], '/a/b': [method('GET')], '/a_b': [method('GET')] })).toEqual([
    'aBGet',
    'aBGet2',
    'aBGet3',
  ]);
});

test('ANY is every verb that has no method of its own', () => {
  const names = namesOf({ '/a': [method('ANY', { operationName: 'All' }), method('GET')] });
  expect(names.toSorted()).toEqual(['aDelete', 'aGet', 'aHead', 'aOptions', 'aPatch', 'aPost', 'aPut']);
});

test('models: rings, lists, members of members, names that languages have taken, what is no schema', () => {
  const { classes } = read(
    api(
      {},
      {
        Node: {
          properties: { next: { $ref: '#/definitions/Node' }, at: { properties: { x: { type: 'number' } } } },
        },
        Nodes: { type: 'array', items: { $ref: 'https://apigateway.amazonaws.com/restapis/a/models/Node' } },
        Error: { type: 'object', properties: { all: { $ref: '#/definitions/Nodes' } }, required: ['all'] },
        Ring: { type: 'array', items: { $ref: '#/definitions/Ring' } },
        Empty: {},
      },
    ),
  );
  const node = { kind: 'class', name: 'Node' };
  expect(classes).toEqual([
    {
      name: 'Node',
      members: [
        { name: 'next', type: node, required: false },
        { name: 'at', type: { kind: 'class', name: 'NodeAt' }, required: false },
      ],
    },
    { name: 'NodeAt', members: [{ name: 'x', type: { kind: 'number' }, required: false }] },
    { name: 'ErrorModel', members: [{ name: 'all', type: { kind: 'list', of: node }, required: true }] },
  ]);
});

const hostile = api(
  {
    '/a"b\'c`${x}#{y}*/"""\\/{class}/{self}': [
      method('POST', {
        requestParameters: {
          'method.request.path.class': true,
          'method.request.querystring.import': true,
          'method.request.header.body': false,
          'method.request.header.2-x': false,
          'method.request.querystring.in': false,
        },
        operationName: 'delete */ """ x',
      }),
    ],
  },
  { A: { properties: { 'a"b\'#{exit}\n': { type: 'string' }, class: {}, Class: {}, '': {} } } },
);

test('whatever names an API has, its Python and JavaScript are well formed', () => {
  const python = Object.entries(pythonSdk(read(hostile))).filter(([path]) => path.endsWith('.py'));
  for (const [, text] of python)
    execFileSync('python3', ['-c', 'import ast,sys; ast.parse(sys.stdin.read())'], { input: text });
  const { 'apiGateway-js-sdk/apigClient.js': script = '' } = javascriptSdk(read(hostile));
  expect(() => new Function(script)).not.toThrow();
});
