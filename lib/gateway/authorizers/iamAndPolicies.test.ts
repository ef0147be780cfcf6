import { createHash } from 'node:crypto';
import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, expect, test } from 'vitest';
import type { DeploymentDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../testing/documents';

/* Reference section 14, IAM and resource policies, through sockets with AWS's own signer. */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const KEY = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const ADA = 'arn:aws:iam::000000000000:user/ada';

type Effect = 'Allow' | 'Deny' | undefined;
const statement = (effect: Effect, more: object = {}) => ({
  Effect: effect ?? 'Allow',
  Action: 'execute-api:Invoke',
  Resource:
    effect === undefined ? 'arn:aws:execute-api:*:*:other/*' : 'arn:aws:execute-api:*:*:api1/prod/GET/*',
  ...more,
});
const text = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });

const seen =
  '{"user":"$context.identity.userArn","key":"$context.identity.accessKey","account":"$context.identity.accountId"}';

async function start(
  authorizationType: string,
  userPolicies: string[],
  part: Partial<DeploymentDocument> = {},
): Promise<TestGateway> {
  const responses = { 200: integrationResponse({ responseTemplates: { 'application/json': seen } }) };
  const mock = integration({ integrationResponses: responses });
  const resources = {
    '/pets': [method('GET', mock, { authorizationType }), method('POST', mock, { authorizationType })],
    '/admin': [method('GET', mock, { authorizationType })],
    '/{proxy+}': [method('GET', mock, { authorizationType })],
  };
  gateway = await createTestGateway(
    snapshot({
      deployments: [deployment(resources, part)],
      iamUsers: [{ userName: 'ada', userId: 'AIDAEXAMPLE', arn: ADA, policies: userPolicies }],
      accessKeys: [{ ...KEY, userName: 'ada' }],
    }),
  );
  return gateway;
}

/** Signs as AWS's SDK does and sends it. */
async function signedCall({ call, port }: TestGateway, path = '/pets', verb = 'GET', body?: string) {
  const host = `api1.execute-api.localhost:${port}`;
  const signer = new SignatureV4({
    service: 'execute-api',
    region: 'us-east-1',
    credentials: KEY,
    sha256: Sha256,
  });
  const request = new HttpRequest({
    method: verb,
    hostname: host,
    path: `/prod${path}`,
    headers: { host },
    body,
  });
  const { headers } = await signer.sign(request);
  return call(path, { method: verb, headers, ...(body !== undefined && { body }) });
}

test('a signed call of a user who may: who it is stands in $context', async () => {
  const engine = await start('AWS_IAM', [text(statement('Allow'))]);
  const answer = await signedCall(engine);
  expect([answer.status, JSON.parse(answer.body)]).toEqual([
    200,
    { user: ADA, key: KEY.accessKeyId, account: '000000000000' },
  ]);
});

test.each<[Effect, number]>([
  ['Allow', 200],
  [undefined, 403],
])('the key that signed is recorded, also where the policy says %s', async (effect, status) => {
  const engine = await start('AWS_IAM', [text(statement(effect))]);
  await signedCall(engine);
  await engine.call('/pets');
  const records = await engine.recorder.recorded(2);
  expect(records.map((call) => [call.status, call.accessKeyId])).toEqual([
    [status, KEY.accessKeyId],
    [403, undefined],
  ]);
});

test('a signed body', async () => {
  const anything = statement('Allow', { Resource: '*' });
  const engine = await start('AWS_IAM', [text(anything)]);
  expect((await signedCall(engine, '/pets', 'POST', '{"a":1}')).status).toBe(200);
});

test.each<[identity: Effect, resource: Effect, status: number]>([
  ['Allow', 'Allow', 200],
  ['Allow', undefined, 200],
  [undefined, 'Allow', 200],
  [undefined, undefined, 403],
  ['Deny', 'Allow', 403],
  ['Allow', 'Deny', 403],
])('table A: user %s, resource policy %s: %d', async (identity, resource, status) => {
  const policy = text(statement(resource, { Principal: { AWS: ADA } }));
  const engine = await start('AWS_IAM', [text(statement(identity))], { policy });
  expect((await signedCall(engine)).status).toBe(status);
});

test.each<[rule: string, policies: string[], body: string]>([
  [
    'nothing allows',
    [],
    `{"Message":"User: ${ADA} is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********0000:api1/prod/GET/pets"}`,
  ],
  [
    'one of two policies denies',
    [text(statement('Allow')), text(statement('Deny'))],
    `{"Message":"User: ${ADA} is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********0000:api1/prod/GET/pets with an explicit deny"}`,
  ],
])('AWS’s words: %s', async (_rule, policies, body) => {
  const answer = await signedCall(await start('AWS_IAM', policies));
  expect([answer.status, answer.body, answer.headers['x-amzn-errortype']]).toEqual([
    403,
    body,
    'AccessDeniedException',
  ]);
});

test.each<[rule: string, headers: Record<string, string>, type: string, body: string]>([
  ['no signature', {}, 'MissingAuthenticationTokenException', '{"message":"Missing Authentication Token"}'],
  [
    'a bearer token',
    { Authorization: 'Bearer abc' },
    'IncompleteSignatureException',
    `{"message":"Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${createHash('sha256').update('Bearer abc').digest('base64')}'."}`,
  ],
])('unsigned, %s', async (_rule, headers, type, body) => {
  const { call } = await start('AWS_IAM', [text(statement('Allow'))]);
  const answer = await call('/pets', { headers });
  expect([answer.status, answer.headers['x-amzn-errortype'], answer.body]).toEqual([403, type, body]);
});

const everyone = (effect: 'Allow' | 'Deny', resource: string, more: object = {}) => ({
  Effect: effect,
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: resource,
  ...more,
});
const open = everyone('Allow', 'execute-api:/*');

test.each<
  [rule: string, statements: object[], path: string, status: number, headers?: Record<string, string>]
>([
  ['open', [open], '/pets', 200],
  ['another stage', [everyone('Allow', 'execute-api:/dev/*')], '/pets', 403],
  ['another verb', [everyone('Allow', 'execute-api:/prod/POST/*')], '/pets', 403],
  ['the full ARN', [everyone('Allow', 'arn:aws:execute-api:us-east-1:000000000000:api1/*')], '/pets', 200],
  ['another API', [everyone('Allow', 'arn:aws:execute-api:us-east-1:000000000000:api2/*')], '/pets', 403],
  ['nobody', [everyone('Allow', 'execute-api:/*', { Principal: { AWS: ADA } })], '/pets', 403],
  ['a Deny for one path', [open, everyone('Deny', 'execute-api:/prod/GET/admin')], '/admin', 403],
  [
    'the same path in other letters',
    [open, everyone('Deny', 'execute-api:/prod/GET/admin')],
    '/%61dmin',
    403,
  ],
  [
    'a value in other letters',
    [open, everyone('Deny', 'execute-api:/prod/GET/secret/*')],
    '/s%65cret/x',
    403,
  ],
  ['another path', [open, everyone('Deny', 'execute-api:/prod/GET/admin')], '/pets', 200],
  [
    'an address range',
    [everyone('Allow', 'execute-api:/*', { Condition: { IpAddress: { 'aws:SourceIp': '127.0.0.0/8' } } })],
    '/pets',
    200,
  ],
  [
    'another range',
    [
      open,
      everyone('Deny', 'execute-api:/*', { Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }),
    ],
    '/pets',
    403,
  ],
  [
    'an address that the caller claims does not count',
    [everyone('Allow', 'execute-api:/*', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })],
    '/pets',
    403,
    { 'X-Forwarded-For': '10.0.0.1' },
  ],
  [
    'a user agent',
    [everyone('Allow', 'execute-api:/*', { Condition: { StringLike: { 'aws:UserAgent': 'curl*' } } })],
    '/pets',
    200,
    { 'User-Agent': 'curl/8' },
  ],
])('resource policy alone, %s', async (_rule, statements, path, status, headers = {}) => {
  const { call } = await start('NONE', [], { policy: text(...statements) });
  expect((await call(path, { headers })).status).toBe(status);
});

test('AWS’s words for an anonymous caller', async () => {
  const { call } = await start('NONE', [], { policy: text(everyone('Deny', 'execute-api:/*')) });
  expect((await call('/pets')).body).toBe(
    '{"Message":"User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********0000:api1/prod/GET/pets with an explicit deny"}',
  );
});

test.each([
  'SOMETHING',
  'CUSTOM',
  'COGNITO_USER_POOLS',
])('%s without an authorizer is closed, never open', async (type) => {
  const { call } = await start(type, []);
  expect((await call('/pets')).status).toBe(403);
});

test('a policy that cannot be kept to is refused with its place', async () => {
  await expect(start('NONE', [], { policy: '{"Statement":[{}]}' })).rejects.toThrow(
    'deployments[0].policy: Statement[0].Effect: must be Allow or Deny',
  );
});
