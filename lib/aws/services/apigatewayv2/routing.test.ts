import * as v2 from '@aws-sdk/client-apigatewayv2';
import { beforeEach, expect, test } from 'vitest';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: v2.ApiGatewayV2Client;
beforeEach(() => {
  client = new v2.ApiGatewayV2Client(kit.client());
});

async function httpApi() {
  const { ApiId } = await client.send(new v2.CreateApiCommand({ Name: 'pets', ProtocolType: 'HTTP' }));
  return { ApiId };
}
async function chat() {
  const { ApiId } = await client.send(
    new v2.CreateApiCommand({
      Name: 'chat',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  return { ApiId };
}

const NOT_FOUND = { name: 'NotFoundException' };

test('a route that leads to an integration', async () => {
  const api = await httpApi();
  const integration = await client.send(
    new v2.CreateIntegrationCommand({
      ...api,
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'GET',
      IntegrationUri: 'https://example.com/{id}',
      PayloadFormatVersion: '1.0',
      RequestParameters: { 'overwrite:header.x-a': 'a', 'overwrite:header.x-b': 'b' },
      ResponseParameters: { '200': { 'overwrite:statuscode': '201' } },
    }),
  );
  expect(integration).toMatchObject({
    IntegrationId: expect.stringMatching(/^[a-z0-9]{7}$/),
    TimeoutInMillis: 30_000,
    ConnectionType: 'INTERNET',
  });
  const { IntegrationId } = integration;
  const route = await client.send(
    new v2.CreateRouteCommand({
      ...api,
      RouteKey: 'GET /pets/{id}',
      Target: `integrations/${IntegrationId}`,
    }),
  );
  expect(route).toMatchObject({
    RouteId: expect.stringMatching(/^[a-z0-9]{7}$/),
    AuthorizationType: 'NONE',
    ApiKeyRequired: false,
  });
  const at = { ...api, RouteId: route.RouteId };
  const renamed = new v2.UpdateRouteCommand({ ...at, RouteKey: 'ANY /pets', OperationName: 'pets' });
  expect(await client.send(renamed)).toMatchObject({ RouteKey: 'ANY /pets', Target: route.Target });
  const fewer = await client.send(
    new v2.UpdateIntegrationCommand({
      ...api,
      IntegrationId,
      RequestParameters: { 'overwrite:header.x-b': '' },
      ResponseParameters: { '200': {} },
    }),
  );
  expect(fewer.RequestParameters).toEqual({ 'overwrite:header.x-a': 'a' });
  expect(fewer.ResponseParameters ?? {}).toEqual({});
  expect((await client.send(new v2.GetRoutesCommand(api))).Items).toHaveLength(1);
  await client.send(new v2.DeleteRouteCommand(at));
  await expect(client.send(new v2.GetRouteCommand(at))).rejects.toMatchObject(NOT_FOUND);
  await client.send(new v2.DeleteIntegrationCommand({ ...api, IntegrationId }));
  expect((await client.send(new v2.GetIntegrationsCommand(api))).Items).toEqual([]);
});

test('authorizers of both kinds', async () => {
  const api = await httpApi();
  const jwt = await client.send(
    new v2.CreateAuthorizerCommand({
      ...api,
      Name: 'tokens',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://issuer.example.com', Audience: ['app'] },
    }),
  );
  expect(jwt.AuthorizerId).toMatch(/^[a-z0-9]{6}$/);
  const AuthorizerUri =
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:who/invocations';
  const lambda = await client.send(
    new v2.CreateAuthorizerCommand({
      ...api,
      Name: 'function',
      AuthorizerType: 'REQUEST',
      IdentitySource: ['$request.header.Authorization'],
      AuthorizerUri,
      AuthorizerPayloadFormatVersion: '2.0',
      EnableSimpleResponses: true,
      AuthorizerResultTtlInSeconds: 60,
    }),
  );
  const at = { ...api, AuthorizerId: lambda.AuthorizerId };
  const updated = await client.send(
    new v2.UpdateAuthorizerCommand({ ...at, AuthorizerResultTtlInSeconds: 0 }),
  );
  expect(updated).toMatchObject({ AuthorizerResultTtlInSeconds: 0, AuthorizerUri });
  const route = await client.send(
    new v2.CreateRouteCommand({
      ...api,
      RouteKey: 'GET /pets',
      AuthorizationType: 'JWT',
      AuthorizerId: jwt.AuthorizerId,
      AuthorizationScopes: ['pets/read'],
    }),
  );
  expect(route).toMatchObject({ AuthorizationType: 'JWT', AuthorizationScopes: ['pets/read'] });
  await client.send(new v2.DeleteAuthorizerCommand(at));
  const { Items } = await client.send(new v2.GetAuthorizersCommand(api));
  expect(Items?.map(({ Name }) => Name)).toEqual(['tokens']);
});

test('what only WebSocket APIs have: two-way routes, responses, models, request parameters', async () => {
  const api = await chat();
  const Schema = JSON.stringify({ type: 'object', properties: { text: { type: 'string' } } });
  const model = await client.send(
    new v2.CreateModelCommand({ ...api, Name: 'Message', ContentType: 'application/json', Schema }),
  );
  const { Value } = await client.send(
    new v2.GetModelTemplateCommand({ ...api, ModelId: String(model.ModelId) }),
  );
  expect(Value).toContain('text');
  const { IntegrationId } = await client.send(
    new v2.CreateIntegrationCommand({
      ...api,
      IntegrationType: 'MOCK',
      RequestTemplates: { $default: '{"statusCode": 200}' },
    }),
  );
  const inside = { ...api, IntegrationId };
  const { IntegrationResponseId } = await client.send(
    new v2.CreateIntegrationResponseCommand({ ...inside, IntegrationResponseKey: '$default' }),
  );
  const answer = await client.send(
    new v2.UpdateIntegrationResponseCommand({
      ...inside,
      IntegrationResponseId,
      ResponseTemplates: { $default: '{"ok": true}' },
    }),
  );
  expect(answer.ResponseTemplates).toEqual({ $default: '{"ok": true}' });
  const { RouteId } = await client.send(
    new v2.CreateRouteCommand({
      ...api,
      RouteKey: '$connect',
      Target: `integrations/${IntegrationId}`,
      RequestParameters: { 'route.request.querystring.room': { Required: true } },
    }),
  );
  const route = { ...api, RouteId };
  const RequestParameterKey = 'route.request.querystring.room';
  await client.send(new v2.DeleteRouteRequestParameterCommand({ ...route, RequestParameterKey }));
  expect((await client.send(new v2.GetRouteCommand(route))).RequestParameters ?? {}).toEqual({});
  const { RouteResponseId } = await client.send(
    new v2.CreateRouteResponseCommand({ ...route, RouteResponseKey: '$default' }),
  );
  expect((await client.send(new v2.GetRouteResponsesCommand(route))).Items).toMatchObject([
    { RouteResponseId, RouteResponseKey: '$default' },
  ]);
  await client.send(new v2.DeleteRouteResponseCommand({ ...route, RouteResponseId }));
  await expect(
    client.send(new v2.GetRouteResponseCommand({ ...route, RouteResponseId })),
  ).rejects.toMatchObject(NOT_FOUND);
  const { Items } = await client.send(new v2.GetIntegrationResponsesCommand(inside));
  expect(Items).toHaveLength(1);
  await client.send(new v2.DeleteIntegrationResponseCommand({ ...inside, IntegrationResponseId }));
  await client.send(new v2.DeleteModelCommand({ ...api, ModelId: model.ModelId }));
  expect((await client.send(new v2.GetModelsCommand(api))).Items).toEqual([]);
});

test.each([
  ['a route of no such API', new v2.CreateRouteCommand({ ApiId: 'nobody1234', RouteKey: '$default' })],
  ['an integration of no such API', new v2.GetIntegrationsCommand({ ApiId: 'nobody1234' })],
  ['a stage of no such API', new v2.GetStageCommand({ ApiId: 'nobody1234', StageName: 'dev' })],
])('refused: %s', async (_rule, command) => {
  await expect(client.send(command as v2.GetStageCommand)).rejects.toMatchObject({
    name: 'NotFoundException',
    ResourceType: 'Api',
  });
});
