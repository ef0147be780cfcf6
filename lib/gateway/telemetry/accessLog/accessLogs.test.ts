import { afterEach, describe, expect, test } from 'vitest';
import { connected, ECHO, refused, socketGateway } from '../../sockets/testing/socketGateway';
import { route } from '../../testing/apiDocuments';
import { allow, asAda, authorizing, closeAuthorizing, TOKEN } from '../../testing/authorizing';
import { createTestGateway, type TestGateway } from '../../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../../testing/documents';
import { type MethodUnderTest, methodUnderTest } from '../../testing/methodUnderTest';
import { FUNCTION, type HttpApiParts, startHttpApi } from '../../testing/startHttpApi';

/* reference/operations.md section 2, http-apis.md section 13, websocket-apis.md section 9. */

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await closeAuthorizing();
});

const kept = <T extends { close(): Promise<void> }>(one: T): T => {
  open.push(one);
  return one;
};

const to = (format: string) => ({ accessLogSettings: { logGroupName: 'calls', format } });

/** The one line of the one call before. */
async function line({ recorder, accessLogs }: TestGateway): Promise<string | undefined> {
  await recorder.recorded(1);
  expect(accessLogs.events.length).toBeLessThanOrEqual(1);
  return accessLogs.messages[0];
}

/** What a format says of GET /prod/pets/7 of a mock. */
async function said(format: string, headers: Record<string, string> = {}): Promise<string | undefined> {
  const resources = { '/pets/{petId}': [method('GET', integration())] };
  const gateway = kept(
    await createTestGateway(snapshot({ deployments: [deployment(resources)], stages: [stage(to(format))] })),
  );
  await gateway.call('/pets/7', { headers });
  return line(gateway);
}

const AGENT = '$context.identity.userAgent';

test.each<[rule: string, format: string, line: string | RegExp, agent?: string]>([
  [
    'CLF, AWS’s own preset',
    '$context.identity.sourceIp $context.identity.caller $context.identity.user [$context.requestTime] "$context.httpMethod $context.resourcePath $context.protocol" $context.status $context.responseLength $context.requestId $context.extendedRequestId',
    /^127\.0\.0\.1 - - \[\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000\] "GET \/pets\/\{petId\} HTTP\/1\.1" 200 0 [0-9a-f-]{36} \S+=$/,
  ],
  [
    'CSV',
    '$context.apiId,$context.stage,$context.path,$context.accountId',
    'api1,prod,/prod/pets/7,000000000000',
  ],
  [
    'what nobody knows',
    '$context.nothing $context.authorizer.x $context.constructor $context.identity',
    '- - - -',
  ],
  ['a full stop is text', 'To $context.stage.', 'To prod.'],
  ['a line break at the end', '$context.stage\n', 'prod'],
  ['what is no variable', '$stageVariables.a $context $$context.stage', '$stageVariables.a $context $prod'],
  ['latencies are whole ms', '$context.responseLatency', /^\d+$/],
  ['a mock has no integration', '$context.integrationLatency $context.integration.status', '- -'],
  ['JSON stays JSON', `{"agent":"${AGENT}"}`, '{"agent":"a\\"b\\\\c\\u0009d"}', 'a"b\\c\td'],
  ['a line in C1', AGENT, 'a\\u0085b', 'a\u0085b'],
  ['XML stays XML', `<a>${AGENT}</a>`, '<a>&lt;/a&gt;&quot;\uFFFD&amp;</a>', '</a>"\t&'],
  ['a variable in a value', AGENT, '$context.requestId', '$context.requestId'],
])('%s', async (_, format, expected, agent = 'curl') => {
  const told = await said(format, { 'User-Agent': agent });
  if (typeof expected === 'string') expect(told).toBe(expected);
  else expect(told).toMatch(expected);
});

test.each([
  ['a routing rule', '/ruled', '/ruled rule1 -'],
  ['a base path mapping', '/mapped', '/mapped - mapped'],
])('a custom domain name tells which of the two led here: %s', async (_way, path, told) => {
  const format =
    '$context.path $context.customDomain.routingRuleIdMatched $context.customDomain.basePathMatched';
  const target = { restApiId: 'api1', stageName: 'prod' };
  const conditions = [{ matchBasePaths: { anyOf: ['ruled'] } }];
  const domainName = {
    domainName: 'api.example.com',
    routingMode: 'ROUTING_RULE_THEN_BASE_PATH_MAPPING' as const,
    basePathMappings: [{ basePath: 'mapped', ...target }],
    routingRules: [{ routingRuleId: 'rule1', priority: 1, conditions, ...target, stripBasePath: true }],
  };
  const deployments = [deployment({ '/': [method('GET', integration())] })];
  const served = snapshot({ deployments, stages: [stage(to(format))], domainNames: [domainName] });
  const gateway = kept(await createTestGateway(served));
  await gateway.call(path, { stage: '', headers: { Host: 'api.example.com' } });
  expect(await line(gateway)).toBe(told);
});

describe('REST', () => {
  const OUTCOME =
    '$context.status $context.integrationStatus $context.integration.status $context.error.responseType $context.error.message $context.error.messageString $context.integrationErrorMessage';
  const run = async (...[part, sent, around]: Parameters<MethodUnderTest['run']>) => {
    const tested = kept(await methodUnderTest());
    await tested.run(part, sent, { ...around, stage: to(OUTCOME) });
    return line(tested.gateway);
  };

  test('a backend’s answer', async () => {
    expect(await run()).toBe('200 200 200 - - - -');
  });

  test('a method that there is not: the stage is known, the method is not', async () => {
    expect(await run({}, { path: '/y' })).toBe(
      '403 - - MISSING_AUTHENTICATION_TOKEN Missing Authentication Token "Missing Authentication Token" -',
    );
  });

  test('a backend that is refused, and why', async () => {
    expect(await run({ uri: 'http://169.254.169.254/' })).toMatch(
      /^500 - - API_CONFIGURATION_ERROR Internal server error "Internal server error" Execution failed/,
    );
  });

  test('a stage without a log, and one that there is not', async () => {
    const gateway = kept(
      await createTestGateway(
        snapshot({ deployments: [deployment({ '/': [method('GET', integration())] })] }),
      ),
    );
    await gateway.call('');
    await gateway.call('', { stage: 'none' });
    await gateway.recorder.recorded(2);
    expect(gateway.accessLogs.events).toEqual([]);
  });

  test('who was let in', async () => {
    const format = '$context.authorizer.principalId $context.authorizer.n $context.authorizer.role';
    const says = { ...allow, context: { n: 1, role: 'cat' } };
    const gateway = await authorizing(TOKEN, () => says, {}, to(format));
    await gateway.call('/a', asAda);
    expect(await line(gateway)).toBe('ada 1 cat');
  });
});

describe('HTTP APIs', () => {
  const http = async (
    format: string,
    parts: HttpApiParts,
    path: string,
    headers?: Record<string, string>,
  ) => {
    const api = kept(await startHttpApi({ ...parts, stage: to(format) }));
    await api.get(path, { ...(headers && { headers }) });
    return line(api);
  };

  test('a route’s call', async () => {
    expect(
      await http(
        '$context.routeKey $context.stage $context.path $context.status $context.responseLength $context.integration.integrationStatus $context.identity.sourceIp $context.authorizer.claims.sub',
        { keys: ['GET /pets'] },
        '/pets',
      ),
    ).toBe('GET /pets $default /pets 200 7 200 127.0.0.1 -');
  });

  test('every variable that a call of nobody has', async () => {
    const names = {
      ...{ accountId: '000000000000', apiId: 'api1', domainPrefix: 'api1', httpMethod: 'GET' },
      domainName: 'api1.execute-api.localhost',
      ...{ path: '/pets', protocol: 'HTTP/1.1', routeKey: 'GET /pets', stage: '$default', status: '200' },
      ...{ requestTimeEpoch: /^\d{13}$/, requestTime: /^\d\d\/\w{3}\/\d{4}:[\d:]{8} \+0000$/ },
      ...{ responseLatency: /^\d+$/, responseLength: '7', dataProcessed: '7', 'identity.userAgent': 'curl' },
      ...{ 'integration.latency': /^\d+$/, integrationLatency: /^\d+$/ },
      ...{ 'integration.status': '200', 'integration.integrationStatus': '200', integrationStatus: '200' },
      ...{ requestId: /^[\w+/]{15}=$/, extendedRequestId: /^[\w+/]{15}=$/, 'identity.sourceIp': '127.0.0.1' },
    };
    const absent = [
      ...['accountId', 'caller', 'user', 'userArn', 'principalOrgId', 'cognitoIdentityId'],
      ...['cognitoIdentityPoolId', 'cognitoAuthenticationType', 'cognitoAuthenticationProvider'],
      ...['clientCert.subjectDN', 'clientCert.validity.notAfter'],
    ].map((name) => `identity.${name}`);
    const others = [
      ...['authorizer.principalId', 'authorizer.claims.sub', 'authorizer.error', 'authorizer.x'],
      ...['error.message', 'error.messageString', 'error.responseType', 'integrationErrorMessage'],
      ...['integration.error', 'customDomain.basePathMatched', 'awsEndpointRequestId'],
    ];
    const wanted: [name: string, value: string | RegExp][] = [
      ...Object.entries(names),
      ...[...absent, ...others].map((name): [string, string] => [name, '-']),
    ];
    const format = wanted.map(([name]) => `$context.${name}`).join(' | ');
    const values = (await http(format, { keys: ['GET /pets'] }, '/pets', { 'User-Agent': 'curl' }))?.split(
      ' | ',
    );
    for (const [index, [name, value]] of wanted.entries()) {
      const expected = typeof value === 'string' ? value : expect.stringMatching(value);
      expect([name, values?.[index]]).toEqual([name, expected]);
    }
    expect(values?.[wanted.findIndex(([name]) => name === 'requestId')]).toBe(
      values?.[wanted.findIndex(([name]) => name === 'extendedRequestId')],
    );
  });

  test.each<[rule: string, format: string, line: string]>([
    [
      'what an authorizer says keeps its type',
      '{"n":$context.authorizer.n,"b":$context.authorizer.b}',
      '{"n":7,"b":true}',
    ],
    ['who it is', '$context.authorizer.principalId $context.authorizer.team', 'ada x'],
  ])('%s', async (_rule, format, told) => {
    const auth = `${FUNCTION}-auth`;
    const authorizers = [
      {
        ...{ authorizerId: 'a1', name: 'auth', authorizerType: 'REQUEST' as const, authorizerUri: auth },
        authorizerPayloadFormatVersion: '2.0' as const,
      },
    ];
    const routes = [route('$default', { authorizationType: 'CUSTOM', authorizerId: 'a1' })];
    const says = { ...allow, context: { n: 7, b: true, team: 'x' } };
    expect(
      await http(format, { deployment: { routes, authorizers }, functions: { [auth]: () => says } }, '/'),
    ).toBe(told);
  });

  test.each([
    [
      'CLF',
      '$context.identity.sourceIp - - [$context.requestTime] "$context.httpMethod $context.routeKey $context.protocol" $context.status $context.responseLength $context.requestId',
      /^127\.0\.0\.1 - - \[[^\]]+\] "GET GET \/pets HTTP\/1\.1" 200 7 \S+$/,
    ],
    [
      'CSV',
      '$context.identity.sourceIp,$context.requestTime,$context.httpMethod,$context.routeKey,$context.status',
      /^127\.0\.0\.1,[^,]+,GET,GET \/pets,200$/,
    ],
    [
      'JSON',
      '{"ip":"$context.identity.sourceIp","routeKey":"$context.routeKey","status":"$context.status"}',
      /^\{"ip":"127\.0\.0\.1","routeKey":"GET \/pets","status":"200"\}$/,
    ],
    [
      'XML',
      '<request id="$context.requestId"><ip>$context.identity.sourceIp</ip></request>',
      /^<request id="[\w+/]{15}="><ip>127\.0\.0\.1<\/ip><\/request>$/,
    ],
  ])('AWS’s format %s', async (_name, format, told) => {
    expect(await http(format, { keys: ['GET /pets'] }, '/pets')).toMatch(told);
  });

  test('dataProcessed: bytes of body that came and that went, as the metric has them', async () => {
    const api = kept(await startHttpApi({ stage: to('$context.dataProcessed $context.responseLength') }));
    await api.call('/pets', { stage: '', method: 'POST', body: 'twelve bytes' });
    expect(await line(api)).toBe('19 7');
    expect(api.recorder.calls).toMatchObject([{ dataProcessed: 19 }]);
  });

  test('no route', async () => {
    expect(
      await http(
        '$context.routeKey $context.status $context.error.message',
        { keys: ['GET /pets'] },
        '/dogs',
      ),
    ).toBe('- 404 Not Found');
  });

  test('a function’s status is its own, not Lambda’s', async () => {
    const parts: HttpApiParts = {
      integration: { integrationType: 'AWS_PROXY', integrationUri: FUNCTION, payloadFormatVersion: '2.0' },
      functions: { [FUNCTION]: () => ({ statusCode: 418 }) },
    };
    expect(
      await http('$context.status $context.integration.status $context.integrationStatus', parts, '/'),
    ).toBe('418 418 200');
  });
});

test('WebSocket APIs: each event of a connection, and one that is refused', async () => {
  const format =
    '$context.eventType $context.routeKey $context.status $context.connectionId $context.error.message';
  const gateway = await socketGateway(ECHO, { stage: to(format) });
  const client = await connected(gateway);
  client.webSocket.send('hello');
  await client.received(1);
  client.webSocket.close();
  await gateway.recorder.recorded(3);
  expect(await refused(gateway, { path: '/prod/below' })).toMatchObject({ status: 403 });
  await gateway.recorder.recorded(4);
  const id = gateway.accessLogs.messages[0]?.split(' ')[3];
  expect(id).toMatch(/=$/);
  expect(gateway.accessLogs.messages).toEqual([
    `CONNECT $connect 200 ${id} -`,
    `MESSAGE $default 200 ${id} -`,
    `DISCONNECT $disconnect 200 ${id} -`,
    expect.stringMatching(/^CONNECT \$connect 403 \S+ Forbidden$/),
  ]);
});
