import { afterEach, expect, test } from 'vitest';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot } from '../testing/documents';
import { ADA_KEY, adaWith, signedCall } from '../testing/signedCall';

/* Reference section 14, resource policy: which condition keys a call has, with and without a signature. */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

async function start(authorizationType: string, Condition: object): Promise<TestGateway> {
  const statement = { Effect: 'Allow', Action: 'execute-api:Invoke', Condition };
  const resource = { ...statement, Principal: '*', Resource: 'execute-api:/*' };
  const document = deployment(
    { '/': [method('GET', integration(), { authorizationType })] },
    { policy: JSON.stringify({ Version: '2012-10-17', Statement: [resource] }) },
  );
  gateway = await createTestGateway(
    snapshot({ deployments: [document], iamUsers: [adaWith()], accessKeys: [ADA_KEY] }),
  );
  return gateway;
}

type Row = [operator: string, key: string, right: string, wrong: string];
const ofEverybody: Row[] = [
  ['DateGreaterThan', 'aws:CurrentTime', '2020-01-01T00:00:00Z', '2120-01-01T00:00:00Z'],
  ['DateLessThan', 'aws:CurrentTime', '2120-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
  ['NumericGreaterThan', 'aws:EpochTime', '1577836800', '4733510400'],
  ['StringLike', 'aws:Referer', 'https://shop.example/*', 'https://evil.example/*'],
  ['Bool', 'aws:SecureTransport', 'false', 'true'],
  ['IpAddress', 'aws:SourceIp', '127.0.0.1/32', '127.0.0.2/32'],
  ['StringEquals', 'aws:UserAgent', 'curl/8', 'curl/7'],
  ['Null', 'aws:SourceVpc', 'true', 'false'],
  ['Null', 'aws:SourceArn', 'true', 'false'],
];
const ofSigned: Row[] = [
  ['ArnEquals', 'aws:PrincipalArn', 'arn:aws:iam::*:user/ada', 'arn:aws:iam::*:user/bob'],
  ['StringEquals', 'aws:PrincipalAccount', '000000000000', '111122223333'],
  ['StringEquals', 'aws:PrincipalType', 'User', 'AssumedRole'],
  ['StringEquals', 'aws:userid', 'AIDAEXAMPLE', 'AIDAOTHER'],
  ['StringEquals', 'aws:username', 'ada', 'bob'],
  ['Bool', 'aws:MultiFactorAuthPresent', 'false', 'true'],
  // A user's own key has neither a session's age nor an organization.
  ['Null', 'aws:MultiFactorAuthAge', 'true', 'false'],
  ['Null', 'aws:TokenIssueTime', 'true', 'false'],
  ['Null', 'aws:PrincipalOrgID', 'true', 'false'],
];
const headers = { Referer: 'https://shop.example/cart', 'User-Agent': 'curl/8' };

test.each(ofEverybody)('anybody: %s %s %s, not %s', async (operator, key, right, wrong) => {
  for (const [value, status] of [
    [right, 200],
    [wrong, 403],
  ] as const) {
    const engine = await start('NONE', { [operator]: { [key]: value } });
    expect((await engine.call('/', { headers })).status).toBe(status);
    await engine.close();
  }
});

test.each([...ofEverybody, ...ofSigned])('signed: %s %s %s, not %s', async (operator, key, right, wrong) => {
  for (const [value, status] of [
    [right, 200],
    [wrong, 403],
  ] as const) {
    const engine = await start('AWS_IAM', { [operator]: { [key]: value } });
    expect((await signedCall(engine, { headers })).status).toBe(status);
    await engine.close();
  }
});

test.each(
  ofSigned.filter(([operator]) => operator !== 'Null'),
)('a caller who did not sign has no %s %s', async (operator, key, right) => {
  const { call } = await start('NONE', { [operator]: { [key]: right } });
  expect((await call('/', { headers })).status).toBe(403);
});

test('the query form of a signature, through a socket', async () => {
  const engine = await start('AWS_IAM', { StringEquals: { 'aws:username': 'ada' } });
  expect((await signedCall(engine, { presigned: true })).status).toBe(200);
});
