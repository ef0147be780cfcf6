import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { startBackend } from '../fixtures/startBackend';
import { type RunningGatehouse, startGatehouse } from '../fixtures/startGatehouse';
import { expect, test } from '../fixtures/test';
import { signedCall } from '../identity/signedCall';
import { type Answer, awsCli, key, missing, textOf, toolEnvironment } from './tools';
import { crudFunction } from './v2/crudFunction';
import { functionZip } from './v2/functionZip';
import { type Machine, makeMachine } from './v2/makeMachine';
import { startDynamo } from './v2/startDynamo';

const reason = missing('aws', '--version') ?? missing('python3', '-c', 'import boto3');
test.skip(reason !== null, reason ?? '');

let gatehouse: RunningGatehouse;
let backend: Awaited<ReturnType<typeof startBackend>>;
let aws: ReturnType<typeof awsCli>;
let machine: Machine;
test.beforeAll(async () => {
  backend = await startBackend();
  gatehouse = await startGatehouse({ ...key });
  aws = awsCli(gatehouse);
  machine = await makeMachine(aws, gatehouse.consoleUrl);
});
test.afterAll(async () => {
  await gatehouse?.stop();
  await backend?.stop();
});

const v2 = (...words: string[]) => aws('apigatewayv2', ...words);

/** An API with a stage that follows it, before the backend. */
async function makeApi(name: string) {
  const { ApiId } = await v2('create-api', '--name', name, '--protocol-type', 'HTTP');
  const api = ['--api-id', textOf(ApiId)];
  await v2('create-stage', ...api, '--stage-name', '$default', '--auto-deploy');
  const { IntegrationId } = await v2(
    ...['create-integration', ...api, '--integration-type', 'HTTP_PROXY', '--integration-method', 'ANY'],
    ...['--integration-uri', backend.url, '--payload-format-version', '1.0'],
  );
  const target = ['--target', `integrations/${textOf(IntegrationId)}`];
  const route = (routeKey: string, ...words: string[]): Promise<Answer> =>
    v2('create-route', ...api, '--route-key', routeKey, ...target, ...words);
  return { api, apiId: textOf(ApiId), route };
}

const urlOf = (apiId: string, path: string) => `${gatehouse.gatewayUrl}/_aws/execute-api/${apiId}${path}`;

test('a JWT authorizer with a user pool of this installation, by the command line', async () => {
  const { api, apiId, route } = await makeApi('jwt');
  const authorizer = async (name: string, audience: string) => {
    const { AuthorizerId } = await v2(
      ...['create-authorizer', ...api, '--name', name, '--authorizer-type', 'JWT'],
      ...['--identity-source', '$request.header.Authorization'],
      ...['--jwt-configuration', `Issuer=${machine.issuer},Audience=${audience}`],
    );
    return ['--authorization-type', 'JWT', '--authorizer-id', textOf(AuthorizerId)];
  };
  const own = await authorizer('own', machine.clientId);
  await route('GET /read', ...own, '--authorization-scopes', 'orders/read');
  await route('GET /write', ...own, '--authorization-scopes', 'orders/write');
  await route('GET /other', ...(await authorizer('other', 'another-client')));
  const call = async (path: string, token?: string) => {
    const answer = await fetch(urlOf(apiId, path), token ? { headers: { authorization: token } } : {});
    return [answer.status, answer.headers.get('www-authenticate')];
  };
  const bearer = `Bearer ${machine.token}`;
  await expect.poll(() => call('/read', bearer)).toEqual([200, null]);
  expect(await call('/read', machine.token)).toEqual([200, null]);
  expect(await call('/read')).toEqual([401, 'Bearer']);
  const challenge = (scope: string, error: string, description: string) =>
    `Bearer scope="${scope}" error="${error}" error_description="the token does not have ${description}"`;
  await expect
    .poll(() => call('/other', bearer))
    .toEqual([401, challenge('', 'invalid_token', 'a valid audience')]);
  await expect
    .poll(() => call('/write', bearer))
    .toEqual([403, challenge('orders/write', 'insufficient_scope', 'any of the required scopes')]);
  const [head = '', payload = ''] = machine.token.split('.');
  expect((await call('/read', `Bearer ${head}.${payload}.AAAA`))[0]).toBe(401);
});

test('IAM guards a route: allowed and denied by policy, by the command line and a signing client', async () => {
  const { apiId, route } = await makeApi('iam');
  await route('GET /pets', '--authorization-type', 'AWS_IAM');
  const user = ['--user-name', 'caller'];
  await aws('iam', 'create-user', ...user);
  const { AccessKey } = await aws('iam', 'create-access-key', ...user);
  const accessKeyId = textOf(AccessKey?.AccessKeyId);
  const accessKey = { accessKeyId, secretAccessKey: textOf(AccessKey?.SecretAccessKey) };
  const statement = (effect: string) => ({
    Effect: effect,
    Action: 'execute-api:Invoke',
    Resource: `arn:aws:execute-api:us-east-1:000000000000:${apiId}/$default/GET/pets`,
  });
  const put = (...effects: string[]) =>
    aws(
      ...['iam', 'put-user-policy', ...user, '--policy-name', 'calls', '--policy-document'],
      JSON.stringify({ Version: '2012-10-17', Statement: effects.map(statement) }),
    );
  const call = () => signedCall(urlOf(apiId, '/pets'), accessKey);
  await expect.poll(call).toBe(403);
  await put('Allow');
  await expect.poll(call).toBe(200);
  expect(await signedCall(urlOf(apiId, '/pets'))).toBe(403);
  expect(await signedCall(urlOf(apiId, '/pets'), { ...accessKey, secretAccessKey: 'wrong' })).toBe(403);
  await put('Allow', 'Deny');
  await expect.poll(call).toBe(403);
});

const proxied = [200, { method: 'GET', path: '/' }];
const expected = {
  'quick create': [200, { method: 'GET', path: '/pets/7' }],
  "quick create's stage": [['$default', true]],
  crud: [
    [200, 'Put item boto'],
    [200, { id: 'boto', price: 5, name: 'ball' }],
    [200, 'Deleted item boto'],
    [200, []],
  ],
  'jwt: right token': proxied,
  'jwt: no token': [401, { message: 'Unauthorized' }],
  'jwt: wrong audience': [401, { message: 'Unauthorized' }],
  'jwt: missing scope': [403, { message: 'Forbidden' }],
  'iam: no policy': [403, { message: 'Forbidden' }],
  'iam: allowed': proxied,
  'iam: another route': [403, { message: 'Forbidden' }],
  'iam: unsigned': [403, { message: 'Forbidden' }],
  'iam: denied': [403, { message: 'Forbidden' }],
};

test('the same by boto3, with quick create and the CRUD API', async () => {
  const dynamo = await startDynamo('http-crud-tutorial-items');
  try {
    const { issuer, clientId, token } = machine;
    const code = test.info().outputPath('crud.zip');
    writeFileSync(code, await functionZip(crudFunction));
    const places = [gatehouse.gatewayUrl, backend.url, dynamo.url, code];
    const script = ['e2e/conformance/v2/tutorial.py', ...places, issuer, clientId, token];
    const env = toolEnvironment(gatehouse);
    const { stdout } = await promisify(execFile)('python3', script, { env, timeout: 300_000 });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { held: string; value: unknown });
    expect(Object.fromEntries(lines.map(({ held, value }) => [held, value]))).toEqual(expected);
  } finally {
    await dynamo.stop();
  }
});
