import { afterEach, expect, test } from 'vitest';
import type { ExecutionLogSetting } from '../../snapshot/apiTypes';
import {
  allow,
  asAda,
  authorizing,
  closeAuthorizing,
  FUNCTION,
  policy,
  TOKEN,
  uri,
} from '../../testing/authorizing';
import { createTestGateway, type TestGateway } from '../../testing/createTestGateway';
import { apiKey, deployment, integration, method, snapshot, stage, usagePlan } from '../../testing/documents';
import { type Around, type MethodUnderTest, methodUnderTest } from '../../testing/methodUnderTest';
import { TestFunctions } from '../../testing/TestFunctions';

/* reference/operations.md section 2: execution logs. */

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await closeAuthorizing();
});
const kept = <T extends { close(): Promise<void> }>(one: T): T => {
  open.push(one);
  return one;
};

const GROUP = 'API-Gateway-Execution-Logs_api1/prod';
const INFO: ExecutionLogSetting = { level: 'INFO', dataTrace: false };
const ERROR: ExecutionLogSetting = { level: 'ERROR', dataTrace: false };
const DATA: ExecutionLogSetting = { level: 'INFO', dataTrace: true };
const at = (every: ExecutionLogSetting, own: Record<string, ExecutionLogSetting> = {}) => ({
  executionLog: { logGroupName: GROUP, every, own },
});

/** What was logged without ids, which every line begins with. */
async function told({ recorder, accessLogs }: TestGateway, calls = 1): Promise<string[]> {
  await recorder.recorded(calls);
  return accessLogs.messages.map((line) => {
    const [, id = '', text = ''] = /^\(([0-9a-f-]{36})\) (.*)$/.exec(line) ?? [];
    return text.replaceAll(id, '{id}').replace(/(Extended Request Id: ).*/, '$1{x}');
  });
}

const BEGIN = [
  'Extended Request Id: {x}',
  'Verifying Usage Plan for request: {id}. API Key:  API Stage: api1/prod',
];
const open_ = (what: string) => [
  ...BEGIN,
  `API Key  authorized because method '${what}' does not require API Key. Request will not contribute to throttle or quota limits`,
  'Usage Plan check succeeded for API Key  and API Stage api1/prod',
  'Starting execution for request: {id}',
];
const END = ['Successfully completed execution', 'Method completed with status: 200'];

async function run(...[part, sent, around]: Parameters<MethodUnderTest['run']>): Promise<TestGateway> {
  const tested = kept(await methodUnderTest());
  await tested.run(part, sent, around);
  return tested.gateway;
}

test('INFO without data trace: that it ran and how it ended, nothing of what it carried', async () => {
  const sent = { path: '/x/v?token=secret', headers: { 'X-Color': 'blue' }, body: '{"name": "Ada"}' };
  const lines = await told(await run({}, sent, { stage: at(INFO) }));
  expect(lines).toEqual([
    ...open_('POST /x/{p}'),
    'HTTP Method: POST, Resource Path: /x/v',
    expect.stringMatching(/^Sending request to http:\/\/127\.0\.0\.1:\d+\/base$/),
    expect.stringMatching(/^Received response\. Status: 200, Integration latency: \d+ ms$/),
    ...END,
  ]);
});

test('INFO with data trace: AWS’s lines in AWS’s order', async () => {
  const sent = {
    path: '/x/v?a=1',
    headers: { 'Content-Type': 'application/json', 'X-Color': 'blue' },
    body: '{"name": "Ada"}',
  };
  const lines = await told(await run({}, sent, { stage: at(DATA) }));
  const beginnings = [
    ...open_('POST /x/{p}'),
    'HTTP Method: POST, Resource Path: /x/v',
    'Method request path: {p=v}',
    'Method request query string: {a=1}',
    'Method request headers: {',
    'Method request body before transformations: {"name": "Ada"}',
    'Endpoint request URI: http://127.0.0.1:',
    'Endpoint request headers: {',
    'Endpoint request body after transformations: {"name": "Ada"}',
    'Sending request to http://127.0.0.1:',
    'Received response. Status: 200, Integration latency: ',
    'Endpoint response headers: {',
    'Endpoint response body before transformations: {"from": "backend"}',
    'Method response body after transformations: {"from": "backend"}',
    'Method response headers: {',
    ...END,
  ];
  expect(lines).toEqual(beginnings.map((text) => expect.stringContaining(text)));
  expect(lines[8]).toContain('X-Color=blue');
});

test('a proxied stream: its beginning', async () => {
  const lines = await told(await run({ type: 'HTTP_PROXY' }, {}, { stage: at(DATA) }));
  expect(lines).toContain('Endpoint response body before transformations: {"from": "backend"}');
  expect(lines).toContain('Method response body after transformations: {"from": "backend"}');
});

const mock: [Parameters<MethodUnderTest['run']>[0], Parameters<MethodUnderTest['run']>[1]] = [
  { type: 'MOCK', requestTemplates: { 'application/json': '{"statusCode": 200}' } },
  { headers: { 'Content-Type': 'application/json' } },
];

test('a MOCK has no lines of an endpoint', async () => {
  const lines = await told(await run(...mock, { stage: at(DATA) }));
  expect(lines.filter((line) => /Endpoint|Sending|Received/.test(line))).toEqual([]);
  expect(lines.slice(-2)).toEqual(END);
});

test.each<[rule: string, stage: Around['stage'], logged: boolean]>([
  ['no setting', {}, false],
  ['OFF', at({ level: 'OFF', dataTrace: true }), false],
  ['ERROR, and the call succeeds', at(ERROR), false],
  ['ERROR with data trace, and it succeeds', at({ level: 'ERROR', dataTrace: true }), false],
  ['INFO', at(INFO), true],
  ['the method’s own OFF under INFO', at(INFO, { '/x/{p}/ANY': { level: 'OFF', dataTrace: false } }), false],
  ['the method’s own INFO under OFF', at({ level: 'OFF', dataTrace: false }, { '/x/{p}/ANY': INFO }), true],
  ['another method’s INFO', at({ level: 'OFF', dataTrace: false }, { '/y/ANY': INFO }), false],
])('%s', async (_rule, ofStage, logged) => {
  expect((await told(await run(...mock, { stage: ofStage ?? {} }))).length > 0).toBe(logged);
});

test.each<[setting: string, ExecutionLogSetting]>([
  ['ERROR', ERROR],
  ['INFO', INFO],
])('%s tells of a call that fails all that led to it', async (_setting, setting) => {
  const lines = await told(await run({ uri: 'http://169.254.169.254/' }, {}, { stage: at(setting) }));
  expect(lines).toEqual([
    ...open_('POST /x/{p}'),
    'HTTP Method: POST, Resource Path: /x/v',
    'Sending request to http://169.254.169.254/',
    expect.stringMatching(/^Execution failed/),
    'Gateway response type: API_CONFIGURATION_ERROR with status code: 500',
    'Method completed with status: 500',
  ]);
});

test('ERROR: what a backend answers is no failure of the execution', async () => {
  const tested = kept(await methodUnderTest());
  tested.answer((_, response) => response.writeHead(500).end('broken'));
  await tested.run({ type: 'HTTP_PROXY' }, {}, { stage: at(ERROR) });
  expect(await told(tested.gateway)).toEqual([]);
});

test('a call that no method answers is in no log', async () => {
  expect(await told(await run({}, { path: '/nothing' }, { stage: at(INFO) }))).toEqual([]);
});

const BEARER = 'Bearer aaaaaaaaaabbbbbbbbbbccccccccccdddddd';
const KEY = 'key-that-is-long-enough-123456';

test('secrets are masked, among headers and in bodies alike; of short ones and cookies nothing is left', async () => {
  const headers = {
    Authorization: BEARER,
    'X-API-Key': KEY,
    Cookie: 'session=abcdefghijklmnop; theme=dark',
    'Proxy-Authorization': 'Basic dXNlcjpwYXNzd29yZC10aGF0LWlzLWxvbmc=',
    'Content-Type': 'application/json',
  };
  const body = JSON.stringify({ token: BEARER.slice(7), key: KEY, session: 'session=abcdefghijklmnop' });
  const lines = await told(await run({ type: 'HTTP_PROXY' }, { headers, body }, { stage: at(DATA) }));
  const text = lines.join('\n');
  expect(text).toContain('Authorization=****dddddd');
  expect(text).toContain('X-API-Key=****123456');
  expect(text).toContain('Cookie=****');
  expect(text).toContain('before transformations: {"token":"****","key":"****","session":"****"}');
  for (const secret of [BEARER.slice(7), KEY, 'abcdefghijklmnop', 'dXNlcjpwYXNz', 'bG9uZw'])
    expect(text).not.toContain(secret);
});

test('an event is a line of at most 1,024 bytes, whole letters, and says that it was cut', async () => {
  const body = `line\r\nforged ${'é'.repeat(2_000)}`;
  const gateway = await run({}, { body }, { stage: at(DATA) });
  await told(gateway);
  const long = gateway.accessLogs.messages.filter((line) =>
    line.includes('body before transformations: line'),
  );
  expect(long).toHaveLength(1);
  expect(long[0]).toMatch(/line forged é+ \[TRUNCATED\]$/);
  expect(Buffer.byteLength(long[0] ?? '')).toBeGreaterThan(1_020);
  for (const line of gateway.accessLogs.messages) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(1_024);
});

test('a canary’s calls go to the group of the canary', async () => {
  const only = (deploymentId: string) =>
    deployment({ '/': [method('GET', integration())] }, { deploymentId });
  const canary = {
    percentTraffic: 100,
    deploymentId: 'dep2',
    stageVariableOverrides: {},
    useStageCache: false,
  };
  const gateway = kept(
    await createTestGateway(
      snapshot({
        deployments: [only('dep1'), only('dep2')],
        stages: [stage({ canary, ...at(INFO) })],
      }),
    ),
  );
  await gateway.call('');
  await gateway.recorder.recorded(1);
  expect(new Set(gateway.accessLogs.events.map(({ logGroupName }) => logGroupName))).toEqual(
    new Set([`${GROUP}/Canary`]),
  );
  expect((await told(gateway))[1]).toMatch(/API Stage: api1\/prod$/);
});

test.each<[rule: string, data: boolean]>([
  ['with data trace', true],
  ['without it', false],
])('an authorizer that lets in, %s', async (_rule, dataTrace) => {
  const says = { ...allow, principalId: 'principal-of-ada-lovelace' };
  const gateway = await authorizing(TOKEN, () => says, {}, at({ level: 'INFO', dataTrace }));
  await gateway.call('/a', { headers: { Authorization: BEARER } });
  const lines = await told(gateway);
  const ofAuthorizer = lines.slice(
    1,
    lines.findIndex((line) => line.startsWith('Verifying')),
  );
  expect(ofAuthorizer).toEqual([
    'Starting authorizer: auth1 for request: {id}',
    'Incoming identity: ****dddddd',
    expect.stringMatching(/^Invoking authorizer function arn:/),
    ...(dataTrace
      ? [
          expect.stringMatching(/^Endpoint request body .*"authorizationToken":"\*\*\*\*"/),
          expect.stringMatching(/^Authorizer result body before parsing: \{"principalId"/),
        ]
      : []),
    expect.stringMatching(/^The authorizer's policy allows arn:/),
    'Using valid authorizer policy for principal: ****velace',
    'Successfully completed authorizer execution',
  ]);
});

test.each<[rule: string, work: () => unknown, headers: Record<string, string>, end: string[]]>([
  [
    'no identity',
    () => allow,
    {},
    [
      'An identity source is missing or is not what it should be',
      'Unauthorized request: {id}',
      'Gateway response type: UNAUTHORIZED with status code: 401',
    ],
  ],
  [
    'a Deny',
    () => ({ principalId: 'ada', policyDocument: policy('Deny') }),
    asAda.headers,
    [expect.stringContaining('explicit deny'), 'Gateway response type: ACCESS_DENIED with status code: 403'],
  ],
])('an authorizer that refuses: %s; nothing was executed', async (_rule, work, headers, end) => {
  const gateway = await authorizing(TOKEN, work, {}, at(ERROR));
  await gateway.call('/a', { headers });
  const lines = await told(gateway);
  expect(lines[1]).toBe('Starting authorizer: auth1 for request: {id}');
  expect(lines.slice(-end.length)).toEqual(end);
});

test.each<[rule: string, key: string | undefined, end: string[]]>([
  [
    'a key of the plan',
    KEY,
    [
      'Verifying Usage Plan for request: {id}. API Key: ****123456 API Stage: api1/prod',
      `API key ${KEY} is in usage plan plan1`,
      'Usage Plan check succeeded for API Key ****123456 and API Stage api1/prod',
    ],
  ],
  [
    'an unknown key',
    'another-key-that-is-long-654321',
    [
      'Verifying Usage Plan for request: {id}. API Key: ****654321 API Stage: api1/prod',
      'The API key is unknown',
      'Gateway response type: INVALID_API_KEY with status code: 403',
    ],
  ],
])('%s', async (_rule, key, lines) => {
  const keyed = method('GET', integration(), { apiKeyRequired: true });
  const gateway = kept(
    await createTestGateway(
      snapshot({
        deployments: [deployment({ '/': [keyed] })],
        stages: [stage(at(INFO))],
        usagePlans: [usagePlan()],
        apiKeys: [apiKey('k1', { valueHash: apiKey(KEY).valueHash })],
      }),
    ),
  );
  await gateway.call('', { headers: key ? { 'x-api-key': key } : {} });
  expect((await told(gateway)).slice(1, 4)).toEqual(
    lines.map((line) => line.replace(`key ${KEY}`, 'key k1')),
  );
});

test('a throttled call: who had no token left', async () => {
  const throttle = { rateLimit: 0, burstLimit: 0 };
  const gateway = kept(
    await createTestGateway(
      snapshot({
        deployments: [deployment({ '/': [method('GET', integration())] })],
        stages: [stage({ throttle, ...at(ERROR) })],
      }),
    ),
  );
  await gateway.call('');
  expect((await told(gateway)).slice(3)).toEqual([
    'No token left in stage:api1:prod:/GET',
    'Gateway response type: THROTTLED with status code: 429',
  ]);
});

test('a function’s request id comes last, and the secrets in its event are masked', async () => {
  const functions = new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200, body: 'pets' }) });
  const proxy = integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri: uri(FUNCTION) });
  const gateway = kept(
    await createTestGateway(
      snapshot({
        deployments: [deployment({ '/': [method('GET', proxy)] })],
        stages: [stage(at(DATA))],
      }),
      { functions },
    ),
  );
  await gateway.call('', { headers: { Authorization: BEARER } });
  const lines = await told(gateway);
  expect(lines.at(-1)).toBe('AWS Integration Endpoint RequestId : invocation-1');
  const event = lines.find((line) => line.startsWith('Endpoint request body after transformations'));
  expect(event).toContain('"Authorization":"****"');
  expect(event).toMatch(/ \[TRUNCATED\]$/);
});
