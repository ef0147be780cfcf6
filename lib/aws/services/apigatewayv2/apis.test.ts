import {
  ApiGatewayV2Client,
  CreateApiCommand,
  DeleteApiCommand,
  DeleteCorsConfigurationCommand,
  GetApiCommand,
  GetApisCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
  GetStagesCommand,
  GetTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateApiCommand,
} from '@aws-sdk/client-apigatewayv2';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testActor } from '@/lib/control/testing';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: ApiGatewayV2Client;
beforeEach(() => {
  client = new ApiGatewayV2Client(kit.client());
});

const create = (part: Partial<ConstructorParameters<typeof CreateApiCommand>[0]> = {}) =>
  client.send(new CreateApiCommand({ Name: 'pets', ProtocolType: 'HTTP', ...part }));

test('the least that makes an HTTP API, and what AWS says of it', async () => {
  const { $metadata, ...made } = await create();
  expect($metadata.httpStatusCode).toBe(201);
  expect(made).toMatchObject({
    ApiId: expect.stringMatching(/^[a-z0-9]{10}$/),
    Name: 'pets',
    ProtocolType: 'HTTP',
    RouteSelectionExpression: '$request.method $request.path',
    ApiEndpoint: expect.stringContaining(String(made.ApiId)),
    CreatedDate: expect.any(Date),
    DisableExecuteApiEndpoint: false,
  });
});

test('a WebSocket API', async () => {
  const made = await create({ ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' });
  expect(made).toMatchObject({
    ProtocolType: 'WEBSOCKET',
    RouteSelectionExpression: '$request.body.action',
    ApiKeySelectionExpression: '$request.header.x-api-key',
    ApiEndpoint: expect.stringMatching(/^wss?:/),
  });
});

test('quick create makes route, integration and a stage that follows', async () => {
  const { ApiId } = await create({ Target: 'https://example.com' });
  const [routes, integrations, stages] = await Promise.all([
    client.send(new GetRoutesCommand({ ApiId })),
    client.send(new GetIntegrationsCommand({ ApiId })),
    client.send(new GetStagesCommand({ ApiId })),
  ]);
  const [integration] = integrations.Items ?? [];
  expect(integration).toMatchObject({ IntegrationType: 'HTTP_PROXY', IntegrationUri: 'https://example.com' });
  const Target = `integrations/${integration?.IntegrationId}`;
  expect(routes.Items).toMatchObject([{ RouteKey: '$default', Target, ApiGatewayManaged: true }]);
  expect(stages.Items).toMatchObject([{ StageName: '$default', AutoDeploy: true, ApiGatewayManaged: true }]);
});

test('an update changes what it names, CORS goes by itself, and a deleted API is gone', async () => {
  const cors = { AllowOrigins: ['https://example.com'], MaxAge: 60 };
  const { ApiId } = await create({ Description: 'first', CorsConfiguration: cors });
  const updated = await client.send(new UpdateApiCommand({ ApiId, Name: 'cats', Version: '2' }));
  expect(updated).toMatchObject({
    Name: 'cats',
    Version: '2',
    Description: 'first',
    CorsConfiguration: cors,
  });
  await client.send(new DeleteCorsConfigurationCommand({ ApiId }));
  const { CorsConfiguration } = await client.send(new GetApiCommand({ ApiId }));
  expect(CorsConfiguration).toBeUndefined();
  await client.send(new DeleteApiCommand({ ApiId }));
  await expect(client.send(new GetApiCommand({ ApiId }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: expect.stringMatching(/^Invalid API identifier specified/),
    ResourceType: 'Api',
  });
  const [entry] = await kit.control.audit.list(testActor('administrator'), { subject: String(ApiId) });
  expect(entry).toMatchObject({ operation: 'DeleteApi', actor: expect.stringContaining('user/ada') });
});

test('pages of as many as are asked for', async () => {
  for (const Name of ['a', 'b', 'c']) await create({ Name });
  const first = await client.send(new GetApisCommand({ MaxResults: '2' }));
  expect(first.Items?.map(({ Name }) => Name)).toEqual(['a', 'b']);
  const second = await client.send(new GetApisCommand({ MaxResults: '2', NextToken: first.NextToken }));
  expect(second.Items?.map(({ Name }) => Name)).toEqual(['c']);
  expect(second.NextToken).toBeUndefined();
});

test('who deletes each page before asking for the next one misses none', async () => {
  for (const Name of ['a', 'b', 'c', 'd', 'e']) await create({ Name });
  const seen: (string | undefined)[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new GetApisCommand({ MaxResults: '2', NextToken }));
    for (const { Name, ApiId } of page.Items ?? []) {
      seen.push(Name);
      await client.send(new DeleteApiCommand({ ApiId }));
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test.each(['nonsense', 'W10', 'WyJhIl0'])('%s is no token', async (NextToken) => {
  await expect(client.send(new GetApisCommand({ NextToken }))).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Invalid nextToken specified',
  });
});

test('tags, from its beginning and by its ARN', async () => {
  const { ApiId, Tags } = await create({ Tags: { team: 'shop' } });
  expect(Tags).toEqual({ team: 'shop' });
  const ResourceArn = `arn:aws:apigateway:us-east-1::/apis/${ApiId}`;
  await client.send(new TagResourceCommand({ ResourceArn, Tags: { tier: '1' } }));
  await client.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['team', 'other'] }));
  expect((await client.send(new GetTagsCommand({ ResourceArn }))).Tags).toEqual({ tier: '1' });
  expect((await client.send(new GetApiCommand({ ApiId }))).Tags).toEqual({ tier: '1' });
});

test.each([
  ['no name', { Name: undefined }, /name is required/i],
  [
    'no such protocol',
    { ProtocolType: 'REST' as never },
    /^Invalid protocol specified. Must be one of \[HTTP, WEBSOCKET\]$/,
  ],
  ['a page of none', {}, /maxResults/],
])('refused: %s', async (rule, part, message) => {
  const work =
    rule === 'a page of none' ? client.send(new GetApisCommand({ MaxResults: '0' })) : create(part);
  await expect(work).rejects.toMatchObject({
    name: 'BadRequestException',
    message: expect.stringMatching(message),
  });
  expect(await kit.control.apis.list(editor)).toEqual([]);
});
