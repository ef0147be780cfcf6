import { afterEach, describe, expect, test } from 'vitest';
import { route } from '../testing/apiDocuments';
import { ADA_KEY, adaWith, signedCall } from '../testing/signedCall';
import { FUNCTION, type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';

/* reference/http-apis.md section 10, IAM. */
let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});
const ARN = 'arn:aws:execute-api:us-east-1:000000000000:api1';
const allows = (resource: string, effect = 'Allow') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Action: 'execute-api:Invoke', Resource: resource }],
  });

async function start(policies: string[], version: '1.0' | '2.0' = '2.0'): Promise<HttpApiUnderTest> {
  const keys = ['GET /pets/{id}', '$default'];
  api = await startHttpApi({
    deployment: { routes: keys.map((key) => route(key, { authorizationType: 'AWS_IAM' })) },
    stage: { stageName: 'prod' },
    integration: { integrationType: 'AWS_PROXY', integrationUri: FUNCTION, payloadFormatVersion: version },
    functions: {
      [FUNCTION]: ({ requestContext }: { requestContext: { authorizer: unknown; identity?: unknown } }) =>
        version === '2.0'
          ? requestContext.authorizer
          : { statusCode: 200, body: JSON.stringify(requestContext.identity) },
    },
    snapshot: { iamUsers: [adaWith(...policies)], accessKeys: [ADA_KEY] },
  });
  return api;
}

test('who signed is told to the function', async () => {
  const { status, body } = await signedCall(await start([allows('*')]), { path: '/pets/1' });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({
    iam: {
      accessKey: ADA_KEY.accessKeyId,
      accountId: '000000000000',
      callerId: 'AIDAEXAMPLE',
      cognitoIdentity: null,
      principalOrgId: null,
      userArn: 'arn:aws:iam::000000000000:user/ada',
      userId: 'AIDAEXAMPLE',
    },
  });
  expect(api?.recorder.calls.at(-1)?.accessKeyId).toBe(ADA_KEY.accessKeyId);
});

test('payload 1.0: it stands in identity, as of REST APIs', async () => {
  const { status, body } = await signedCall(await start([allows('*')], '1.0'), { path: '/pets/1' });
  expect(status).toBe(200);
  expect(JSON.parse(body)).toMatchObject({
    accessKey: ADA_KEY.accessKeyId,
    accountId: '000000000000',
    caller: 'AIDAEXAMPLE',
    user: 'AIDAEXAMPLE',
    userArn: 'arn:aws:iam::000000000000:user/ada',
    cognitoIdentityId: null,
  });
});

describe('policies', () => {
  test.each<[rule: string, policies: string[], path: string, status: number]>([
    ['of this route', [allows(`${ARN}/prod/GET/pets/*`)], '/pets/1', 200],
    ['of another path', [allows(`${ARN}/prod/GET/cats/*`)], '/pets/1', 403],
    ['of another stage', [allows(`${ARN}/dev/*`)], '/pets/1', 403],
    ['of $default’s own paths', [allows(`${ARN}/prod/GET/else/where`)], '/else/where', 200],
    ['none', [], '/pets/1', 403],
    ['a Deny wins', [allows('*'), allows(`${ARN}/prod/GET/pets/1`, 'Deny')], '/pets/1', 403],
    [
      'B5: a Deny in another spelling',
      [allows('*'), allows(`${ARN}/prod/GET/pets/a`, 'Deny')],
      '/pets/%61',
      403,
    ],
  ])('%s', async (_rule, policies, path, status) => {
    expect((await signedCall(await start(policies), { path })).status).toBe(status);
  });
});

test('unsigned, or signed wrong: 403', async () => {
  const under = await start([allows('*')]);
  const unsigned = await under.get('/prod/pets/1');
  expect([unsigned.status, unsigned.body]).toEqual([403, '{"message":"Forbidden"}']);
  const Authorization =
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/execute-api/aws4_request';
  expect((await under.get('/prod/pets/1', { headers: { Authorization } })).status).toBe(403);
});

test('presigned', async () => {
  expect((await signedCall(await start([allows('*')]), { path: '/pets/1', presigned: true })).status).toBe(
    200,
  );
});

test.each(['CUSTOM', 'JWT'] as const)('%s without its authorizer is closed', async (authorizationType) => {
  api = await startHttpApi({ deployment: { routes: [route('$default', { authorizationType })] } });
  const { status, body } = await api.get('/');
  expect([status, body]).toEqual([403, '{"message":"Forbidden"}']);
  expect(api.backend.requests).toEqual([]);
});
