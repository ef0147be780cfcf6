import { ApiGatewayV2 } from '@aws-sdk/client-apigatewayv2';
import { key } from '../conformance/tools';
import type { RunningGatehouse } from '../fixtures/startGatehouse';

const clientOf = ({ awsUrl }: RunningGatehouse) =>
  new ApiGatewayV2({
    endpoint: awsUrl,
    region: 'us-east-1',
    credentials: {
      accessKeyId: key.GATEHOUSE_ACCESS_KEY_ID,
      secretAccessKey: key.GATEHOUSE_SECRET_ACCESS_KEY,
    },
  });

/** An HTTP API before a backend, with its own stage `$default`. @returns its id */
export async function makeHttpApi(gatehouse: RunningGatehouse, backendUrl: string): Promise<string> {
  const api = { Name: 'Pets', ProtocolType: 'HTTP', Target: backendUrl, RouteKey: 'GET /pets' } as const;
  return (await clientOf(gatehouse).createApi(api)).ApiId ?? '';
}

/** A WebSocket API whose route `ping` takes messages of a model and answers by itself, deployed to `live`. @returns its id */
export async function makeSocketApi(gatehouse: RunningGatehouse): Promise<string> {
  const client = clientOf(gatehouse);
  const RouteSelectionExpression = '$request.body.action';
  const api = { Name: 'Chat', ProtocolType: 'WEBSOCKET', RouteSelectionExpression } as const;
  const { ApiId } = await client.createApi(api);
  const Schema = JSON.stringify({
    type: 'object',
    required: ['id'],
    properties: { action: { type: 'string' }, id: { type: 'integer' } },
  });
  await client.createModel({ ApiId, Name: 'Ping', ContentType: 'application/json', Schema });
  const { IntegrationId } = await client.createIntegration({
    ApiId,
    IntegrationType: 'MOCK',
    RequestTemplates: { $default: '{"statusCode": 200}' },
  });
  await client.createIntegrationResponse({
    ...{ ApiId, IntegrationId, IntegrationResponseKey: '$default' },
    ResponseTemplates: { $default: '{"answer": "pong"}' },
  });
  const { RouteId } = await client.createRoute({
    ...{ ApiId, RouteKey: 'ping', Target: `integrations/${IntegrationId}`, OperationName: 'SayPing' },
    ...{ RouteResponseSelectionExpression: '$default', ModelSelectionExpression: '$request.body.action' },
    RequestModels: { ping: 'Ping' },
  });
  await client.createRouteResponse({ ApiId, RouteId, RouteResponseKey: '$default' });
  await client.createStage({ ApiId, StageName: 'live' });
  await client.createDeployment({ ApiId, StageName: 'live' });
  return ApiId ?? '';
}
