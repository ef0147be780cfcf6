import { once } from 'node:events';
import {
  ApiGatewayV2Client,
  CreateApiCommand,
  CreateDeploymentCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
} from '@aws-sdk/client-apigatewayv2';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Installation, operator } from './testing/Installation';
import { installations } from './testing/installations';
import { sharedInstallation } from './testing/sharedInstallation';
import { credentials, region } from './testing/socketApi';

/* Every way from a caller to a function, before its policy lets the API in, after, and after that is taken back. */
const install = sharedInstallation();
const installAnother = installations();
const ACCOUNT = '000000000000';
const arnOf = (named: string) => `arn:aws:lambda:us-east-1:${ACCOUNT}:function:${named}`;
const uriOf = (named: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arnOf(named)}/invocations`;
const DENIED = 'Execution failed due to configuration error: Invalid permissions on Lambda function';
const service = { action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' };

/** Answers as a backend and as an authorizer that lets everybody in, for each call anew. */
const CODE = `export const handler = async ({ type }) => {
  const Statement = [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }];
  return type === 'TOKEN' || type === 'REQUEST'
    ? { principalId: 'ada', policyDocument: { Version: '2012-10-17', Statement } }
    : { statusCode: 200, body: 'in' };
};`;

/** A function, warm, with an alias of its own policy. */
async function createFunction(installation: Installation, functionName: string): Promise<void> {
  const functions = installation.control('functions');
  const code = { inlineCode: CODE };
  await functions.create(operator, { functionName, runtime: 'nodejs20.x', timeout: 60, code });
  await functions.putAlias(operator, functionName, 'live', { functionVersion: '$LATEST' });
  await functions.invoke(operator, functionName, { payload: '{}' });
}

/** GET: proxy. POST: custom. DELETE: proxy to the alias. PUT: MOCK behind an authorizer. All of the root. */
async function restApi(installation: Installation, functionName: string) {
  const { id, rootResourceId } = await installation.control('restApis').create(operator, { name: 'closed' });
  const methods = installation.control('methods');
  const at = (verb: string) => [operator, id, rootResourceId, verb] as const;
  const responses = { '200': { statusCode: '200', responseParameters: {}, responseModels: {} } };
  const toFunction = { httpMethod: 'POST', uri: uriOf(functionName) };
  await methods.put(...at('GET'), {});
  await methods.putIntegration(...at('GET'), { type: 'AWS_PROXY', ...toFunction });
  await methods.put(...at('DELETE'), {});
  const uri = uriOf(`${functionName}:live`);
  await methods.putIntegration(...at('DELETE'), { type: 'AWS_PROXY', ...toFunction, uri });
  await methods.put(...at('POST'), {});
  await methods.putMethodResponses(...at('POST'), responses);
  const integrationResponses = { '200': { statusCode: '200' } };
  await methods.putIntegration(...at('POST'), { type: 'AWS', ...toFunction, integrationResponses });
  const { id: authorizerId } = await installation.control('authorizers').create(operator, id, {
    name: 'guard',
    type: 'TOKEN',
    authorizerUri: uriOf(functionName),
    identitySource: 'method.request.header.Authorization',
    authorizerResultTtlInSeconds: 0,
  });
  await methods.put(...at('PUT'), { authorizationType: 'CUSTOM', authorizerId });
  await methods.putMethodResponses(...at('PUT'), responses);
  await methods.putIntegration(...at('PUT'), {
    type: 'MOCK',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    integrationResponses,
  });
  await installation.control('deployments').create(operator, id, { stageName: 'prod' });
  const ask = async (method: string) => {
    const headers = { Authorization: 'token', 'Content-Type': 'application/json' };
    const body = method === 'POST' ? '{}' : null;
    return (await fetch(installation.gatewayUrl(id, 'prod', '/'), { method, headers, body })).status;
  };
  const trial = () =>
    methods.testInvoke(operator, {
      ...{ restApiId: id, resourceId: rootResourceId, httpMethod: 'GET', pathWithQueryString: '/' },
      ...{ headers: {}, body: '', stageVariables: {} },
    });
  const authorizerTrial = () =>
    installation.control('authorizers').test(operator, id, authorizerId, {
      ...{ headers: { Authorization: 'token' }, pathWithQueryString: '/', body: '', stageVariables: {} },
    });
  return { id, ask, trial, authorizerTrial };
}

/** `$connect` to the function, by AWS's own client; how a handshake goes. */
async function socketApi(installation: Installation, functionName: string) {
  const client = new ApiGatewayV2Client({ region, endpoint: installation.awsUrl, credentials });
  const { ApiId = '' } = await client.send(
    new CreateApiCommand({
      Name: 'chat',
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    }),
  );
  const { IntegrationId } = await client.send(
    new CreateIntegrationCommand({
      ...{ ApiId, IntegrationType: 'AWS_PROXY', IntegrationMethod: 'POST' },
      IntegrationUri: uriOf(functionName),
    }),
  );
  await client.send(
    new CreateRouteCommand({ ApiId, RouteKey: '$connect', Target: `integrations/${IntegrationId}` }),
  );
  const { DeploymentId } = await client.send(new CreateDeploymentCommand({ ApiId }));
  await client.send(new CreateStageCommand({ ApiId, StageName: 'prod', DeploymentId }));
  client.destroy();
  const connect = async (): Promise<number> => {
    const webSocket = new WebSocket(installation.gatewayUrl(ApiId, 'prod', '').replace('http', 'ws'));
    onTestFinished(() => webSocket.terminate());
    webSocket.on('error', () => undefined);
    return Promise.race([
      once(webSocket, 'open').then(() => 101),
      once(webSocket, 'unexpected-response').then(([, { statusCode }]) => statusCode),
    ]);
  };
  return { apiId: ApiId, connect };
}

test('every way to a function: closed, let in for each API whole, and closed again, from each answer on', async () => {
  const installation = await install();
  await createFunction(installation, 'asked');
  const rest = await restApi(installation, 'asked');
  const http = await installation
    .control('apis')
    .create(operator, { name: 'http', protocolType: 'HTTP', target: arnOf('asked') });
  const socket = await socketApi(installation, 'asked');
  const askHttp = async () => {
    const answer = await fetch(installation.gatewayUrl(http.apiId, '', ''));
    return [answer.status, await answer.text()];
  };
  const askRest = async () => Promise.all(['GET', 'POST', 'DELETE', 'PUT'].map(rest.ask));

  expect(await askRest()).toEqual([500, 500, 500, 500]);
  expect(await askHttp()).toEqual([500, '{"message":"Internal Server Error"}']);
  expect(await socket.connect()).toBe(500);
  const { status, log } = await rest.trial();
  expect([status, log.includes(DENIED)]).toEqual([500, true]);
  const refused = await rest.authorizerTrial();
  expect([refused.clientStatus, refused.log.includes(DENIED)]).toEqual([500, true]);

  const functions = installation.control('functions');
  const toldOf = async (apiId: string) =>
    (await functions.unpermitted(operator, apiId)).map(({ usedBy }) => usedBy);
  expect(await toldOf(rest.id)).toEqual(['DELETE /', 'GET /', 'POST /', 'authorizer guard']);
  await functions.permitApi(operator, rest.id, [arnOf('asked')]);
  // The alias has a policy of its own.
  expect(await askRest()).toEqual([200, 200, 500, 200]);
  await functions.permitApi(operator, rest.id, [arnOf('asked:live')]);
  expect(await askRest()).toEqual([200, 200, 200, 200]);
  expect([(await rest.trial()).status, (await rest.authorizerTrial()).clientStatus]).toEqual([200, 200]);
  expect([(await askHttp())[0], await socket.connect()]).toEqual([500, 500]);

  for (const apiId of [http.apiId, socket.apiId])
    await functions.permitApi(operator, apiId, [arnOf('asked')]);
  expect([await askHttp(), await socket.connect()]).toEqual([[200, 'in'], 101]);
  for (const apiId of [rest.id, http.apiId, socket.apiId]) expect(await toldOf(apiId)).toEqual([]);

  await functions.removePermission(operator, 'asked', `apigateway-${rest.id}`);
  await functions.addPermission(operator, 'asked', {
    ...service,
    statementId: 'post',
    sourceArn: `arn:aws:execute-api:us-east-1:${ACCOUNT}:${rest.id}/prod/POST/`,
  });
  expect(await askRest()).toEqual([500, 200, 200, 500]);
  expect((await rest.trial()).status).toBe(500);

  await installation.killAll();
  await installation.start();
  await functions.invoke(operator, 'asked', { payload: '{}' });
  expect(await askRest()).toEqual([500, 200, 200, 500]);
});

test('GATEHOUSE_AWS_AUTH=off: nobody asks a function’s policy', async () => {
  const installation = await installAnother({ GATEHOUSE_SAMPLE: 'off', GATEHOUSE_AWS_AUTH: 'off' });
  await installation.start();
  await createFunction(installation, 'open');
  const { id, ask } = await restApi(installation, 'open');
  expect(await Promise.all(['GET', 'POST', 'DELETE', 'PUT'].map(ask))).toEqual([200, 200, 200, 200]);
  expect(await installation.control('functions').unpermitted(operator, id)).toEqual([]);
});
