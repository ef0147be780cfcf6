import { expect, test } from 'vitest';
import { connected, ECHO, LAMBDA, socketGateway, twoWay } from '../../sockets/testing/socketGateway';
import { route } from '../../testing/apiDocuments';

/* websocket-apis.md section 9: every variable of access logs, and what it says of a message. */

const SCHEMA = JSON.stringify({ type: 'object', required: ['room'] });

/** The values that a log tells of the one message of a connection. */
async function told(
  names: string[],
  text: string,
  deployment: Parameters<typeof socketGateway>[0],
): Promise<Record<string, string | undefined>> {
  const format = `$context.eventType | ${names.map((name) => `$context.${name}`).join(' | ')}`;
  const stage = { accessLogSettings: { logGroupName: 'calls', format } };
  const gateway = await socketGateway(deployment, { stage, work: () => ({ statusCode: 404, body: 'none' }) });
  const client = await connected(gateway, { headers: { 'User-Agent': 'ws' } });
  client.webSocket.send(text);
  await client.received(1);
  const line = gateway.accessLogs.messages.find((message) => message.startsWith('MESSAGE')) ?? '';
  const values = line.split(' | ').slice(1);
  return Object.fromEntries(names.map((name, index) => [name, values[index]]));
}

test('a message that a function answered', async () => {
  const wanted = {
    ...{ apiId: 'api1', connectedAt: /^\d{13}$/, connectionId: /^[\w-]{15}=$/, messageId: /^[\da-f-]{36}$/ },
    ...{ domainName: 'api1.execute-api.localhost', routeKey: '$default', stage: 'prod', status: '200' },
    ...{ requestId: /^[\w+/]{15}=$/, extendedRequestId: /^[\w+/]{15}=$/ },
    ...{ requestTime: /^\d\d\/\w{3}\/\d{4}:[\d:]{8} \+0000$/, requestTimeEpoch: /^\d{13}$/ },
    ...{ 'identity.sourceIp': '127.0.0.1', 'identity.userAgent': 'ws' },
    ...{
      'integration.latency': /^\d+$/,
      'integration.requestId': 'invocation-1',
      integrationLatency: /^\d+$/,
    },
    ...{ 'integration.status': '404', 'integration.integrationStatus': '200', 'integration.error': '-' },
    ...Object.fromEntries(
      [
        ...['accountId', 'apiKey', 'apiKeyId', 'caller', 'principalOrgId', 'user', 'userArn'],
        ...['cognitoIdentityId', 'cognitoIdentityPoolId'],
        ...['cognitoAuthenticationType', 'cognitoAuthenticationProvider'],
      ].map((name) => [`identity.${name}`, '-']),
    ),
    ...Object.fromEntries(
      [
        'error',
        'integrationLatency',
        'integrationStatus',
        'latency',
        'requestId',
        'status',
        'principalId',
      ].map((name) => [`authorizer.${name}`, '-']),
    ),
    ...Object.fromEntries(
      ['authorize', 'authenticate'].flatMap((step) =>
        ['error', 'latency', 'status'].map((name) => [`${step}.${name}`, '-']),
      ),
    ),
    ...{ 'error.message': '-', 'error.messageString': '-', 'error.responseType': '-' },
    ...{ 'error.validationErrorString': '-', 'waf.status': '-', 'waf.error': '-' },
  };
  const values = await told(Object.keys(wanted), '{}', {
    routes: [route('$default', twoWay)],
    integrations: [LAMBDA],
  });
  const expected = Object.entries(wanted).map(([name, value]) => [
    name,
    value instanceof RegExp ? expect.stringMatching(value) : value,
  ]);
  expect(values).toEqual(Object.fromEntries(expected));
  expect(values.requestId).toBe(values.extendedRequestId);
});

test('a message that breaks its model', async () => {
  const values = await told(
    ['status', 'error.message', 'error.messageString', 'error.responseType', 'error.validationErrorString'],
    '{}',
    {
      ...ECHO,
      routes: [route('$default', { ...twoWay, requestModels: { $default: 'Room' } })],
      models: [{ modelId: 'm1', name: 'Room', schema: SCHEMA }],
    },
  );
  expect(values).toEqual({
    ...{ status: '400', 'error.message': 'Bad request body', 'error.messageString': '"Bad request body"' },
    ...{
      'error.responseType': 'BAD_REQUEST_BODY',
      'error.validationErrorString': expect.stringMatching(/room/),
    },
  });
});

test('an integration that failed', async () => {
  const values = await told(
    ['status', 'integration.error', 'integration.status', 'error.responseType', 'error.message'],
    '{}',
    {
      routes: [route('$default', twoWay)],
      integrations: [{ ...LAMBDA, integrationUri: `${LAMBDA.integrationUri}`.replace('chat', 'gone') }],
    },
  );
  expect(values).toMatchObject({
    ...{ status: '500', 'error.message': 'Internal server error' },
    'integration.error': expect.stringMatching(/\w/),
  });
});
