import { expect, test } from 'vitest';
import { exportHttpApi, type HttpApiContent, importHttpApi } from '../index';
import { petsDocument } from './petsDocument';

/*
 * How AWS writes an HTTP API, as its exports show that others have published.
 */
const pets = importHttpApi(JSON.stringify(petsDocument)).content;

const exported = (content: HttpApiContent, options: object = {}) =>
  JSON.parse(
    exportHttpApi(content, { outputType: 'JSON', includeExtensions: true, version: '1', ...options }),
  );
const written = exported(pets, { serverUrl: 'https://a.example/' });

test('members in its order', () => {
  expect(Object.keys(written)).toEqual([
    'openapi',
    'info',
    'servers',
    'tags',
    'paths',
    'components',
    'x-amazon-apigateway-cors',
    'x-amazon-apigateway-importexport-version',
  ]);
});

test.each([
  ['https://a.example/', 'https://a.example/{basePath}', ''],
  ['https://a.example/dev', 'https://a.example/{basePath}', 'dev'],
  [
    'http://127.0.0.1:8080/_aws/execute-api/a/dev',
    'http://127.0.0.1:8080/_aws/execute-api/a/{basePath}',
    'dev',
  ],
])('the address %s', (serverUrl, url, basePath) => {
  const { servers } = exported(pets, { serverUrl });
  expect(servers).toEqual([{ url, variables: { basePath: { default: basePath } } }]);
  expect(exported(pets, { serverUrl, includeExtensions: false }).servers).toEqual([{ url: serverUrl }]);
});

test("a path's variables once, behind its operations, a greedy one with its plus", () => {
  const parameter = (name: string) => ({
    name,
    in: 'path',
    description: `Generated path parameter for ${name}`,
    required: true,
    schema: { type: 'string' },
  });
  expect(Object.keys(written.paths['/pets/{id}'])).toEqual(['delete', 'get', 'parameters']);
  expect(written.paths['/pets/{id}'].parameters).toEqual([parameter('id')]);
  expect(written.paths['/pets/{id}'].get).not.toHaveProperty('parameters');
  expect(written.paths['/{proxy+}'].parameters).toEqual([parameter('proxy+')]);
  expect(written.paths['/$default']).not.toHaveProperty('parameters');
  const bare = exported(pets, { includeExtensions: false });
  expect(bare.paths['/pets/{id}'].get.parameters).toEqual([parameter('id')]);
});

test('what a route says that nothing is known of, and its authorization', () => {
  const { responses, security } = written.paths['/pets/{id}'].get;
  expect(responses).toEqual({ default: { description: 'Default response for GET /pets/{id}' } });
  expect(security).toEqual([{ jwt: ['pets:read'] }]);
  const { jwt, check } = written.components.securitySchemes;
  expect(jwt).toEqual({
    type: 'oauth2',
    flows: {},
    'x-amazon-apigateway-authorizer': {
      identitySource: '$request.header.Authorization',
      jwtConfiguration: { issuer: 'https://issuer.example', audience: ['pets'] },
      type: 'jwt',
    },
  });
  expect(check).toMatchObject({ type: 'apiKey', name: 'X-Key', in: 'header' });
});

test('an integration, without the timeout that AWS gives it', () => {
  const content = pets;
  const [first, ...rest] = content.integrations;
  const slow = { ...content, integrations: [{ ...first, timeoutInMillis: 30_000 } as never, ...rest] };
  const integration = exported(slow).paths['/pets/{id}'].get['x-amazon-apigateway-integration'];
  expect(Object.keys(integration)).toEqual([
    'responseParameters',
    'requestParameters',
    'payloadFormatVersion',
    'type',
    'httpMethod',
    'uri',
  ]);
});

test('integrations that no route has are kept under a name that says so, and come back', () => {
  const content = pets;
  const lonely = { ...content, routes: content.routes.slice(1, 2) };
  const document = exported(lonely);
  const names = Object.keys(document.components['x-amazon-apigateway-integrations']);
  expect(names).toEqual([
    expect.stringMatching(/^unusedIntegration_\w+$/),
    expect.stringMatching(/^unusedIntegration_\w+$/),
  ]);
  const again = importHttpApi(JSON.stringify(document));
  expect(again.content.integrations).toHaveLength(3);
  expect([...again.warnings, ...again.info]).toEqual([]);
});

test.each([
  ['at the server, where there is one', { serverUrl: 'https://a.example/dev' }],
  ['at the root, where there is none', {}],
])('that the default endpoint is disabled stands %s, and is read there', (_rule, options) => {
  const off = exported({ ...pets, disableExecuteApiEndpoint: true }, options);
  const extension = 'x-amazon-apigateway-endpoint-configuration';
  const place = 'serverUrl' in options ? off.servers[0] : off;
  expect(place[extension]).toEqual({ disableExecuteApiEndpoint: true });
  const { content, warnings } = importHttpApi(JSON.stringify(off));
  expect([content.disableExecuteApiEndpoint, warnings]).toEqual([true, []]);
});
