import { ApiGatewayV2 } from '@aws-sdk/client-apigatewayv2';
import { Lambda } from '@aws-sdk/client-lambda';
import { key } from '../conformance/tools';
import { functionZip } from '../conformance/v2/functionZip';
import type { RunningGatehouse } from '../fixtures/startGatehouse';

/** Lets in who shows `open sesame`; of an HTTP API and, by a policy, of a WebSocket API. */
const guard = `
exports.handler = async (event) => {
  const token = event.identitySource?.[0] ?? event.queryStringParameters?.token;
  const isAuthorized = token === 'open sesame';
  const context = { tenant: 'acme' };
  if (event.version === '2.0') return { isAuthorized, context };
  const Statement = [
    { Effect: isAuthorized ? 'Allow' : 'Deny', Action: 'execute-api:Invoke', Resource: event.methodArn },
  ];
  return { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement }, context };
};
`;

export interface Seeded {
  httpApiId: string;
  webSocketApiId: string;
}

/** By AWS's own clients: a function, an HTTP API and a WebSocket API, each with two deployments and a stage behind. */
export async function seed({ awsUrl }: RunningGatehouse, backendUrl: string): Promise<Seeded> {
  const credentials = {
    accessKeyId: key.GATEHOUSE_ACCESS_KEY_ID,
    secretAccessKey: key.GATEHOUSE_SECRET_ACCESS_KEY,
  };
  const settings = { endpoint: awsUrl, region: 'us-east-1', credentials };
  const functions = new Lambda(settings);
  const v2 = new ApiGatewayV2(settings);
  try {
    await functions.createFunction({
      ...{ FunctionName: 'guard', Runtime: 'nodejs22.x', Handler: 'index.handler', Timeout: 30 },
      Role: 'arn:aws:iam::000000000000:role/lambda',
      Code: { ZipFile: await functionZip(guard) },
    });
    await functions.addPermission({
      ...{ FunctionName: 'guard', StatementId: 'apis', Action: 'lambda:InvokeFunction' },
      Principal: 'apigateway.amazonaws.com',
    });
    return {
      httpApiId: await seedHttp(v2, backendUrl),
      webSocketApiId: await seedWebSocket(v2, backendUrl),
    };
  } finally {
    functions.destroy();
    v2.destroy();
  }
}

async function seedHttp(v2: ApiGatewayV2, backendUrl: string): Promise<string> {
  const { ApiId } = await v2.createApi({ Name: 'Shop', ProtocolType: 'HTTP' });
  const { IntegrationId } = await v2.createIntegration({
    ...{ ApiId, IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'ANY' },
    ...{ IntegrationUri: `${backendUrl}/pets`, PayloadFormatVersion: '1.0' },
  });
  const Target = `integrations/${IntegrationId}`;
  const { AuthorizerId } = await v2.createAuthorizer({
    ...{ ApiId, Name: 'visitors', AuthorizerType: 'JWT', IdentitySource: ['$request.header.Authorization'] },
    JwtConfiguration: { Issuer: 'https://issuer.example', Audience: ['shop'] },
  });
  await v2.createRoute({
    ...{ ApiId, RouteKey: 'GET /pets', Target, AuthorizationType: 'JWT', AuthorizerId },
    AuthorizationScopes: ['pets/read'],
  });
  await deployTwice(v2, ApiId, 'prod', () => v2.createRoute({ ApiId, RouteKey: 'GET /dogs', Target }));
  await v2.createRoute({ ApiId, RouteKey: 'GET /cats', Target });
  return ApiId ?? '';
}

async function seedWebSocket(v2: ApiGatewayV2, backendUrl: string): Promise<string> {
  const { ApiId } = await v2.createApi({
    ...{ Name: 'Chat room', ProtocolType: 'WEBSOCKET', RouteSelectionExpression: '$request.body.action' },
  });
  const { IntegrationId } = await v2.createIntegration({
    ...{ ApiId, IntegrationType: 'HTTP_PROXY', IntegrationMethod: 'POST', IntegrationUri: backendUrl },
  });
  const Target = `integrations/${IntegrationId}`;
  const { AuthorizerId } = await v2.createAuthorizer({
    ...{
      ApiId,
      Name: 'knock',
      AuthorizerType: 'REQUEST',
      IdentitySource: ['route.request.querystring.token'],
    },
    AuthorizerUri:
      'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:guard/invocations',
  });
  await v2.createModel({
    ApiId,
    Name: 'Message',
    ContentType: 'application/json',
    Schema: '{"type":"object"}',
  });
  await v2.createRoute({ ApiId, RouteKey: '$connect', Target, AuthorizationType: 'CUSTOM', AuthorizerId });
  await deployTwice(v2, ApiId, 'dev', () => v2.createRoute({ ApiId, RouteKey: 'say', Target }));
  await v2.createRoute({ ApiId, RouteKey: 'shout', Target });
  return ApiId ?? '';
}

async function deployTwice(
  v2: ApiGatewayV2,
  ApiId: string | undefined,
  StageName: string,
  change: () => Promise<unknown>,
): Promise<void> {
  await v2.createStage({
    ...{ ApiId, StageName, DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 } },
  });
  await v2.createDeployment({ ApiId, StageName, Description: 'First' });
  await change();
  await v2.createDeployment({ ApiId, StageName, Description: 'Second' });
}
