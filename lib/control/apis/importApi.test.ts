import { describe, expect, test } from 'vitest';
import { databases, editor, refusal, testControl } from '../testControl';

const integration = {
  type: 'http_proxy',
  httpMethod: 'ANY',
  uri: 'https://shop.example/${AWS::Region}',
  payloadFormatVersion: '1.0',
};
const document = (paths: object, members: object = {}) =>
  JSON.stringify({ openapi: '3.0.1', info: { title: 'Pets', version: '1' }, paths, ...members });
const get = { 'x-amazon-apigateway-integration': integration };

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  const group = () => kit.control.apis;

  test('a document becomes an HTTP API', async () => {
    const tags = [{ name: 'team', 'x-amazon-apigateway-tag-value': 'shop' }];
    const body = document({ '/pets': { get: { ...get, requestBody: {} }, put: {} } }, { tags });
    const { apiId, ...api } = await group().import(editor, { body });
    expect(api).toMatchObject({
      name: 'Pets',
      version: '1',
      protocolType: 'HTTP',
      tags: { team: 'shop' },
      warnings: ['Line 1: No integration defined for route PUT /pets: calls of it fail.'],
      importInfo: ['Line 1: "requestBody" is not honoured.'],
    });
    const [first] = await group().integrations.list(editor, apiId);
    expect(first).toMatchObject({
      integrationUri: 'https://shop.example/us-east-1',
      timeoutInMillis: 30_000,
    });
    expect(await group().routes.list(editor, apiId)).toMatchObject([
      { routeKey: 'GET /pets', target: `integrations/${first?.integrationId}`, authorizationType: 'NONE' },
      { routeKey: 'PUT /pets' },
    ]);
  });

  test('routes name the authorizers of the document', async () => {
    const jwtConfiguration = { issuer: 'https://issuer.example', audience: ['pets'] };
    const authorizer = { type: 'jwt', identitySource: '$request.header.Authorization', jwtConfiguration };
    const scheme = { type: 'oauth2', 'x-amazon-apigateway-authorizer': authorizer };
    const components = { securitySchemes: { other: scheme, jwt: scheme } };
    const paths = { '/pets': { get: { ...get, security: [{ jwt: ['read'] }] } }, '/open': { get } };
    const { apiId } = await group().import(editor, { body: document(paths, { components }) });
    const [, jwt] = await group().authorizers.list(editor, apiId);
    expect(jwt).toMatchObject({ name: 'jwt', jwtConfiguration });
    expect(await group().routes.list(editor, apiId)).toMatchObject([
      { authorizationType: 'JWT', authorizerId: jwt?.authorizerId, authorizationScopes: ['read'] },
      { authorizationType: 'NONE' },
    ]);
  });

  test('there are 300 routes at most', async () => {
    const paths = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`/p${at}`, { get: {} }]));
    await group().import(editor, { body: document(paths(300)) });
    const over = () => group().import(editor, { body: document(paths(301)) });
    expect(await refusal(kit, over)).toMatchObject({ code: 'TooManyRequestsException' });
  });

  test('a second import replaces all but stages, and goes to those that deploy automatically', async () => {
    const { apiId } = await group().import(editor, { body: document({ '/pets': { get } }) });
    await group().stages.create(editor, apiId, { stageName: '$default', autoDeploy: true });
    await group().import(editor, { apiId, body: document({ '/dogs': { get } }) });
    expect(await group().routes.list(editor, apiId)).toMatchObject([{ routeKey: 'GET /dogs' }]);
    expect(await group().integrations.list(editor, apiId)).toHaveLength(1);
    expect(kit.snapshots.at(-1)?.apiDeployments).toMatchObject([{ routes: [{ routeKey: 'GET /dogs' }] }]);
  });

  test('what a stage serves is exported, and what is not deployed yet', async () => {
    const { apiId } = await group().import(editor, { body: document({ '/pets': { get } }) });
    await group().stages.create(editor, apiId, { stageName: 'prod' });
    await group().deployments.create(editor, apiId, { stageName: 'prod' });
    await group().import(editor, { apiId, body: document({ '/dogs': { get } }) });
    const paths = async (stageName?: string) => {
      const input = { outputType: 'JSON' as const, includeExtensions: true, ...(stageName && { stageName }) };
      const { body, contentType } = await group().export(editor, apiId, input);
      expect(contentType).toBe('application/json');
      return JSON.parse(body);
    };
    expect(Object.keys((await paths()).paths)).toEqual(['/dogs']);
    const served = await paths('prod');
    expect(Object.keys(served.paths)).toEqual(['/pets']);
    expect(served.servers).toEqual([
      {
        url: `http://${apiId}.execute-api.localhost:8080/{basePath}`,
        variables: { basePath: { default: 'prod' } },
      },
    ]);
  });

  test.each<[string, string, boolean, RegExp]>([
    [
      'of Swagger 2.0',
      JSON.stringify({ swagger: '2.0', info: {}, paths: {} }),
      false,
      /OpenAPI 3.0 documents only/,
    ],
    ['that is not JSON', '{', false, /^Invalid OpenAPI input\./],
    [
      'with warnings, where none may be',
      document({ '/pets': { get: {} } }),
      true,
      /^Warnings found during import:\n\tNo integration defined for route GET \/pets/,
    ],
    [
      'that names a schema which it has not, where no warning may be',
      document({
        '/pets': {
          get: {
            'x-amazon-apigateway-integration': integration,
            responses: {
              200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
            },
          },
        },
      }),
      true,
      /^Warnings found during import:\n\tParse issue: attribute paths\.'\/pets'\(get\)\.responses\.200\.content\.schema\.#\/components\/schemas\/Pet is missing$/,
    ],
    [
      'whose integration is of no HTTP API',
      document({ '/a': { get: { 'x-amazon-apigateway-integration': { ...integration, type: 'mock' } } } }),
      false,
      /proxy integrations \(AWS_PROXY, HTTP_PROXY\)/,
    ],
  ])('a document %s is refused whole', async (_, body, failOnWarnings, message) => {
    const refused = await refusal(kit, () => group().import(editor, { body, failOnWarnings }));
    expect(refused).toMatchObject({ code: 'BadRequestException', message: expect.stringMatching(message) });
  });
});
