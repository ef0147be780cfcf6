import type { FunctionStatement } from '@gatehouse/gateway/ports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HostedFunction } from './HostedFunction';
import { createTestHost } from './testing/createTestHost';

/* Who may invoke a function, through the host's socket as the engine asks. */
let host: Awaited<ReturnType<typeof createTestHost>>;
beforeAll(async () => {
  host = await createTestHost();
});
afterAll(async () => {
  expect(await host.close()).toEqual([]);
});

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function';
const API = 'arn:aws:execute-api:us-east-1:000000000000:api1';
const SOURCE = `${API}/prod/GET/pets/{id}`;
const allow = (part: Partial<FunctionStatement> = {}): FunctionStatement => ({
  Principal: { Service: 'apigateway.amazonaws.com' },
  Action: 'lambda:InvokeFunction',
  ...part,
});
const from = (sourceArn: string, part: Partial<FunctionStatement> = {}) =>
  allow({ Condition: { ArnLike: { 'AWS:SourceArn': sourceArn } }, ...part });
const ofAccount = (account: string) =>
  allow({ Condition: { StringEquals: { 'AWS:SourceAccount': account } } });

const add = (
  functionName: string,
  permissions?: Record<string, FunctionStatement[]>,
  part: Partial<HostedFunction> = {},
) =>
  host.add(functionName, {
    files: { 'index.mjs': 'const instance = Math.random(); export const handler = async () => instance;' },
    ...(permissions && { permissions }),
    ...part,
  });
const statusOf = async (
  named: string,
  sourceArn?: string,
  invocationType: 'RequestResponse' | 'Event' = 'RequestResponse',
) => {
  const call = { functionArn: `${ARN}:${named}`, payload: Buffer.from('{}'), timeoutInMillis: 20_000 };
  return (await host.client.invoke({ ...call, invocationType, sourceArn })).status;
};

test.each<[rule: string, statements: FunctionStatement[], source: string, status: number]>([
  ['no statement', [], SOURCE, 403],
  ['the service, from anywhere', [allow()], SOURCE, 202],
  ['another service', [allow({ Principal: { Service: 's3.amazonaws.com' } })], SOURCE, 403],
  ['everybody', [allow({ Principal: '*' })], SOURCE, 202],
  [
    'this account: its users and roles',
    [allow({ Principal: { AWS: 'arn:aws:iam::000000000000:root' } })],
    SOURCE,
    403,
  ],
  ['another account', [allow({ Principal: { AWS: 'arn:aws:iam::111111111111:root' } })], SOURCE, 403],
  ['a user', [allow({ Principal: { AWS: 'arn:aws:iam::000000000000:user/ada' } })], SOURCE, 403],
  ['lambda:*', [allow({ Action: 'lambda:*' })], SOURCE, 202],
  ['*', [allow({ Action: '*' })], SOURCE, 202],
  ['another action', [allow({ Action: 'lambda:GetFunction' })], SOURCE, 403],
  ['the API whole', [from(`${API}/*`)], SOURCE, 202],
  ['a star goes over slashes', [from(`${API}/*/pets/*`)], SOURCE, 202],
  ['any stage and verb', [from(`${API}/*/*/pets/*`)], SOURCE, 202],
  ['the template itself', [from(`${API}/*/GET/pets/{id}`)], SOURCE, 202],
  ['a question mark is one letter', [from(`${API}/pro?/GET/pets/*`)], SOURCE, 202],
  ['another verb', [from(`${API}/*/POST/pets/*`)], SOURCE, 403],
  ['ANY is no verb', [from(`${API}/*/ANY/pets/*`)], SOURCE, 403],
  ['another API', [from('arn:aws:execute-api:us-east-1:000000000000:api2/*')], SOURCE, 403],
  ['no part of an API’s id', [from('arn:aws:execute-api:us-east-1:000000000000:api/*')], SOURCE, 403],
  ['any region and account', [from('arn:aws:execute-api:*:*:api1/*')], SOURCE, 202],
  ['a star does not go over colons', [from('arn:aws:execute-api:*:api1/*')], SOURCE, 403],
  ['a pattern of one star', [from('*')], SOURCE, 202],
  ['the authorizer, of a statement for methods', [from(`${API}/*/*`)], `${API}/authorizers/a1`, 202],
  ['the authorizer, of a statement for one stage', [from(`${API}/prod/*`)], `${API}/authorizers/a1`, 403],
  ['its account', [ofAccount('000000000000')], SOURCE, 202],
  ['another source account', [ofAccount('111111111111')], SOURCE, 403],
  [
    'both conditions must hold',
    [
      from(`${API}/*`, {
        Condition: { ArnLike: { 'AWS:SourceArn': `${API}/*` }, StringEquals: { 'AWS:SourceAccount': '1' } },
      }),
    ],
    SOURCE,
    403,
  ],
  ['one of several is enough', [from(`${API}/*/POST/*`), from(`${API}/*/GET/*`)], SOURCE, 202],
  ['names of any letters', [from(`${API}/prod/gr\u00fc\u00df *`)], `${API}/prod/gr\u00fc\u00df dich`, 202],
])('%s', async (_rule, statements, source, status) => {
  await add('asked', { '': statements });
  expect(await statusOf('asked', source, 'Event')).toBe(status);
  // Decided once, it is the same again; another publication is another word.
  expect(await statusOf('asked', source, 'Event')).toBe(status);
  await add('asked', { '': status === 403 ? [allow()] : [] });
  expect(await statusOf('asked', source, 'Event')).toBe(status === 403 ? 202 : 403);
});

test('Lambda’s own shape; the code does not run; who names no source is not asked', async () => {
  await add('closed', { '': [] });
  const call = { functionArn: `${ARN}:closed`, payload: Buffer.from('{}'), timeoutInMillis: 20_000 };
  const invocationType = 'RequestResponse' as const;
  const { status, errorType, payload } = await host.client.invoke({
    ...call,
    invocationType,
    sourceArn: SOURCE,
  });
  expect([status, errorType, JSON.parse(payload.toString())]).toEqual([
    403,
    'AccessDeniedException',
    {
      Message: `User: apigateway.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource: ${ARN}:closed because no resource-based policy allows the lambda:InvokeFunction action`,
    },
  ]);
  const streamed = await host.client.stream({ ...call, invocationType, sourceArn: SOURCE });
  streamed.body.resume();
  expect([streamed.status, streamed.errorType]).toEqual([403, 'AccessDeniedException']);
  expect(host.invocations.filter(({ functionName }) => functionName === 'closed')).toEqual([]);
  expect(await statusOf('closed')).toBe(200);
});

test('a version and an alias have their own statements; $LATEST has those of the function as such', async () => {
  await add('many', { '': [allow()], next: [] }, { aliases: ['next'] });
  await add('many', { '1': [], live: [allow()] }, { version: '1', aliases: ['live'] });
  const statuses = async (...names: string[]) =>
    Promise.all(names.map((one) => statusOf(one, SOURCE, 'Event')));
  expect(await statuses('many', 'many:$LATEST', 'many:next', 'many:1', 'many:live', 'many:2')).toEqual([
    202, 202, 403, 403, 202, 404,
  ]);
});

test('a list of before permissions refuses nobody, and its functions keep their instances when they get some', async () => {
  await add('old');
  const { status, body } = await host.call('old');
  expect([status, await statusOf('old', SOURCE)]).toEqual([200, 200]);
  await add('old', { '': [allow()] });
  expect(await host.call('old')).toMatchObject({ status: 200, body });
});
