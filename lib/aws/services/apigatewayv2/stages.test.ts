import * as v2 from '@aws-sdk/client-apigatewayv2';
import { beforeEach, expect, test } from 'vitest';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: v2.ApiGatewayV2Client;
let api: { ApiId: string | undefined };
beforeEach(async () => {
  client = new v2.ApiGatewayV2Client(kit.client());
  const { ApiId } = await client.send(new v2.CreateApiCommand({ Name: 'pets', ProtocolType: 'HTTP' }));
  api = { ApiId };
  const { IntegrationId } = await client.send(
    new v2.CreateIntegrationCommand({
      ...api,
      IntegrationType: 'HTTP_PROXY',
      IntegrationMethod: 'ANY',
      IntegrationUri: 'https://example.com',
      PayloadFormatVersion: '1.0',
    }),
  );
  await client.send(
    new v2.CreateRouteCommand({ ...api, RouteKey: 'GET /pets', Target: `integrations/${IntegrationId}` }),
  );
});

test('a stage whose deployments are made by hand', async () => {
  const at = { ...api, StageName: 'dev' };
  const made = await client.send(
    new v2.CreateStageCommand({
      ...at,
      Description: 'for trying',
      StageVariables: { colour: 'blue' },
      DefaultRouteSettings: { ThrottlingBurstLimit: 5, ThrottlingRateLimit: 2.5 },
      Tags: { team: 'shop' },
    }),
  );
  expect(made).toMatchObject({
    StageName: 'dev',
    AutoDeploy: false,
    DefaultRouteSettings: { ThrottlingBurstLimit: 5, ThrottlingRateLimit: 2.5 },
    StageVariables: { colour: 'blue' },
    Tags: { team: 'shop' },
    CreatedDate: expect.any(Date),
    LastUpdatedDate: expect.any(Date),
  });
  const first = await client.send(new v2.CreateDeploymentCommand({ ...at, Description: 'one' }));
  expect(first).toMatchObject({ DeploymentStatus: 'DEPLOYED', AutoDeployed: false, Description: 'one' });
  const { DeploymentId } = first;
  expect(await client.send(new v2.GetStageCommand(at))).toMatchObject({ DeploymentId });
  const second = await client.send(new v2.CreateDeploymentCommand(api));
  await client.send(new v2.UpdateStageCommand({ ...at, DeploymentId: second.DeploymentId }));
  const told = new v2.UpdateDeploymentCommand({ ...api, DeploymentId, Description: 'the first' });
  expect((await client.send(told)).Description).toBe('the first');
  const { Items } = await client.send(new v2.GetDeploymentsCommand(api));
  expect(Items?.map((each) => each.DeploymentId)).toEqual([second.DeploymentId, DeploymentId]);
  await client.send(new v2.DeleteDeploymentCommand({ ...api, DeploymentId }));
  await expect(client.send(new v2.GetDeploymentCommand({ ...api, DeploymentId }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  await expect(
    client.send(new v2.DeleteDeploymentCommand({ ...api, DeploymentId: second.DeploymentId })),
  ).rejects.toMatchObject({ name: 'BadRequestException' });
  await client.send(new v2.DeleteStageCommand(at));
  expect((await client.send(new v2.GetStagesCommand(api))).Items).toEqual([]);
});

test('a stage that follows: settings of routes, access logs and the authorizers’ cache go by themselves', async () => {
  const at = { ...api, StageName: '$default' };
  const DestinationArn = 'arn:aws:logs:us-east-1:000000000000:log-group:pets';
  await client.send(
    new v2.CreateStageCommand({
      ...at,
      AutoDeploy: true,
      AccessLogSettings: { DestinationArn, Format: '$context.requestId' },
      RouteSettings: { 'GET /pets': { ThrottlingBurstLimit: 1, ThrottlingRateLimit: 1 } },
    }),
  );
  const deployed = await client.send(new v2.GetStageCommand(at));
  expect(deployed).toMatchObject({
    AutoDeploy: true,
    DeploymentId: expect.stringMatching(/^[a-z0-9]{6}$/),
    AccessLogSettings: { DestinationArn, Format: '$context.requestId' },
    RouteSettings: { 'GET /pets': { ThrottlingBurstLimit: 1 } },
  });
  await client.send(new v2.DeleteRouteSettingsCommand({ ...at, RouteKey: 'GET /pets' }));
  await client.send(new v2.DeleteAccessLogSettingsCommand(at));
  await client.send(new v2.ResetAuthorizersCacheCommand(at));
  const after = await client.send(new v2.GetStageCommand(at));
  expect(after.RouteSettings).toEqual({});
  expect(after.AccessLogSettings).toBeUndefined();
  await expect(client.send(new v2.CreateDeploymentCommand(at))).rejects.toMatchObject({
    name: 'BadRequestException',
  });
});
