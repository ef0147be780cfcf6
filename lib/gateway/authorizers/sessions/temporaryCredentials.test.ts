import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { IamRoleDocument, Snapshot } from '../../snapshot/types';
import { manage } from '../../sockets/testing/manage';
import { signedConnect } from '../../sockets/testing/signedConnect';
import { CHAT, connected, refused, socketGateway } from '../../sockets/testing/socketGateway';
import { apiIntegration, apiSnapshot, route } from '../../testing/apiDocuments';
import { createTestGateway, type TestGateway } from '../../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../../testing/documents';
import { ADA_KEY, adaWith, type Credentials, signedCall } from '../../testing/signedCall';
import { FUNCTION } from '../../testing/startHttpApi';
import { TestFunctions } from '../../testing/TestFunctions';
import { createSessionTokens, type Session } from './sessionTokens';

/* Reference section 14 and B20: credentials of AssumeRole and GetSessionToken, signed by AWS's own signer. */
const tokens = createSessionTokens(randomBytes(32));
const ports = { openSession: tokens.open };
const HOUR = 3_600_000;
const ARN = 'arn:aws:sts::000000000000:assumed-role/caller/shell';
const ROLE = 'arn:aws:iam::000000000000:role/service/caller';

const text = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement });
const may = (part: object = {}) =>
  text({
    Effect: 'Allow',
    Action: ['execute-api:Invoke', 'execute-api:ManageConnections'],
    Resource: '*',
    ...part,
  });

const roleWith = (...policies: string[]): IamRoleDocument => ({
  roleName: 'caller',
  roleId: 'AROAEXAMPLE',
  arn: ROLE,
  assumeRolePolicyDocument: text({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }),
  policies,
});

const asRole: Session['subject'] = { roleId: 'AROAEXAMPLE', roleSessionName: 'shell' };
const asAda: Session['subject'] = { userName: 'ada', userId: 'AIDAEXAMPLE' };

function sealed(part: Partial<Session> = {}, by = tokens): Required<Credentials> {
  const session: Session = {
    accessKeyId: 'ASIAEXAMPLEEXAMPLE01',
    secretAccessKey: 'a-secret-that-ends',
    issuedAt: Date.now(),
    expiration: Date.now() + HOUR,
    subject: asRole,
    ...part,
  };
  const { accessKeyId, secretAccessKey } = session;
  return { accessKeyId, secretAccessKey, sessionToken: by.seal(session) };
}

const seen =
  '{"userArn":"$context.identity.userArn","user":"$context.identity.user","caller":"$context.identity.caller","accessKey":"$context.identity.accessKey","accountId":"$context.identity.accountId"}';

function documentOf(part: Partial<Snapshot>, policy?: string): Snapshot {
  const integrationResponses = {
    200: integrationResponse({ responseTemplates: { 'application/json': seen } }),
  };
  const get = method('GET', integration({ integrationResponses }), { authorizationType: 'AWS_IAM' });
  return snapshot({
    deployments: [deployment({ '/': [get] }, policy === undefined ? {} : { policy })],
    ...part,
  });
}

async function start(document: Snapshot): Promise<TestGateway> {
  const gateway = await createTestGateway(document, ports);
  onTestFinished(() => gateway.close());
  return gateway;
}
const ofRole = (...policies: string[]) => start(documentOf({ iamRoles: [roleWith(...policies)] }));

describe.each([false, true])('REST, in the query: %s', (presigned) => {
  test('a role’s session is told as AWS tells it', async () => {
    const gateway = await ofRole(may());
    const { status, body } = await signedCall(gateway, { credentials: sealed(), presigned });
    expect([status, JSON.parse(body)]).toEqual([
      200,
      {
        userArn: ARN,
        user: 'AROAEXAMPLE:shell',
        caller: 'AROAEXAMPLE:shell',
        accessKey: 'ASIAEXAMPLEEXAMPLE01',
        accountId: '000000000000',
      },
    ]);
    expect((await gateway.recorder.recorded(1))[0]?.accessKeyId).toBe('ASIAEXAMPLEEXAMPLE01');
  });

  test('a user’s session is the user, whether it has a key of its own or not', async () => {
    const gateway = await start(documentOf({ iamUsers: [adaWith(may())] }));
    const credentials = sealed({ subject: asAda });
    const { status, body } = await signedCall(gateway, { credentials, presigned });
    expect([status, JSON.parse(body)]).toMatchObject([
      200,
      {
        userArn: 'arn:aws:iam::000000000000:user/ada',
        user: 'AIDAEXAMPLE',
        accessKey: 'ASIAEXAMPLEEXAMPLE01',
      },
    ]);
  });

  const genuine = sealed();
  const another = sealed({ accessKeyId: 'ASIAEXAMPLEEXAMPLE02', secretAccessKey: 'another-secret' });
  const changedAt = (at: number) => {
    const bytes = Buffer.from(genuine.sessionToken, 'base64');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes.toString('base64');
  };
  const { sessionToken: _token, ...bare } = genuine;
  test.each<[attack: string, credentials: Credentials, type?: string]>([
    ['no token', bare],
    ['another key’s token', { ...genuine, sessionToken: another.sessionToken }],
    ['another key with this token', { ...another, sessionToken: genuine.sessionToken }],
    ['the token with a user’s own key', { ...ADA_KEY, sessionToken: genuine.sessionToken }],
    ['a token of another installation', sealed({}, createSessionTokens(randomBytes(32)))],
    ['a token of nothing', { ...genuine, sessionToken: 'x' }],
    ['another version', { ...genuine, sessionToken: changedAt(0) }],
    ['another nonce', { ...genuine, sessionToken: changedAt(1) }],
    ['another tag', { ...genuine, sessionToken: changedAt(13) }],
    ['another text', { ...genuine, sessionToken: changedAt(40) }],
    ['a token that is cut', { ...genuine, sessionToken: genuine.sessionToken.slice(0, 60) }],
    ['a role that is not there', sealed({ subject: { ...asRole, roleId: 'AROAOTHER' } })],
    ['a user who was made again', sealed({ subject: { ...asAda, userId: 'AIDABEFORE' } })],
    ['a user who is not there', sealed({ subject: { ...asAda, userName: 'bob' } })],
    ['an inherited name', sealed({ subject: { ...asRole, roleId: '__proto__' } })],
    ['another secret', { ...genuine, secretAccessKey: 'guessed' }, 'InvalidSignatureException'],
  ])('refused: %s', async (_attack, credentials, type = 'UnrecognizedClientException') => {
    const gateway = await start(
      documentOf({ iamRoles: [roleWith(may())], iamUsers: [adaWith(may())], accessKeys: [ADA_KEY] }),
    );
    const answer = await signedCall(gateway, { credentials, presigned });
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([403, type]);
    if (type === 'UnrecognizedClientException')
      expect(answer.body).toBe('{"message":"The security token included in the request is invalid."}');
  });

  test('one that has ended is told so; half a minute before it was good', async () => {
    const gateway = await ofRole(may());
    const credentials = sealed({ expiration: gateway.clock.now() + 30_000 });
    expect((await signedCall(gateway, { credentials, presigned })).status).toBe(200);
    gateway.clock.advance(30_000);
    const answer = await signedCall(gateway, { credentials, presigned });
    expect([answer.status, answer.headers['x-amzn-errortype'], answer.body]).toEqual([
      403,
      'ExpiredTokenException',
      '{"message":"The security token included in the request is expired"}',
    ]);
  });
});

test('what a role loses, its sessions lose with the next publication', async () => {
  const gateway = await ofRole(may());
  const credentials = sealed();
  const next = async (revision: number, iamRoles: IamRoleDocument[]) => {
    gateway.gateway.apply({ ...documentOf({ iamRoles }), revision });
    return signedCall(gateway, { credentials });
  };
  expect((await signedCall(gateway, { credentials })).status).toBe(200);
  expect(JSON.parse((await next(2, [roleWith()])).body)).toEqual({
    Message: `User: ${ARN} is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********0000:api1/prod/GET/`,
  });
  expect((await next(3, [roleWith(may())])).status).toBe(200);
  expect((await next(4, [])).headers['x-amzn-errortype']).toBe('UnrecognizedClientException');
  expect((await next(5, [{ ...roleWith(may()), roleId: 'AROAAGAIN' }])).status).toBe(403);
});

test('a token that is signed may not be added to, nor taken from, the request', async () => {
  const gateway = await ofRole(may());
  const credentials = sealed();
  const { sessionToken, ...bare } = credentials;
  const answer = await signedCall(gateway, {
    credentials: bare,
    presigned: true,
    headers: { 'x-amz-security-token': sessionToken },
  });
  expect(answer.status).toBe(403);
});

describe('resource policies', () => {
  const open = (AWS: string) =>
    text({ Effect: 'Allow', Principal: { AWS }, Action: 'execute-api:Invoke', Resource: 'execute-api:/*' });
  const shut = (AWS: string) =>
    text(
      { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
      { Effect: 'Deny', Principal: { AWS }, Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    );
  test.each([
    ['the role', open(ROLE), 200],
    ['the session', open(ARN), 200],
    ['the account', open('000000000000'), 200],
    ['another session', open(`${ARN}2`), 403],
    ['another role', open(`${ROLE}2`), 403],
    ['a user of its name', open('arn:aws:iam::000000000000:user/caller'), 403],
    ['not the role', shut(ROLE), 403],
    ['not the session', shut(ARN), 403],
    ['not another session', shut(`${ARN}2`), 200],
  ])('that name %s', async (_who, policy, status) => {
    const gateway = await start(documentOf({ iamRoles: [roleWith()] }, policy));
    expect((await signedCall(gateway, { credentials: sealed() })).status).toBe(status);
  });
});

test.each([
  ['ArnEquals', 'aws:PrincipalArn', ROLE, ARN],
  ['StringEquals', 'aws:userid', 'AROAEXAMPLE:shell', 'AROAEXAMPLE'],
  ['StringLike', 'aws:userid', '*:shell', '*:other'],
  ['StringEquals', 'aws:PrincipalType', 'AssumedRole', 'User'],
  ['StringEquals', 'aws:PrincipalAccount', '000000000000', '111122223333'],
  ['Null', 'aws:username', 'true', 'false'],
  ['DateGreaterThan', 'aws:TokenIssueTime', '2020-01-01T00:00:00Z', '2120-01-01T00:00:00Z'],
  ['Null', 'aws:TokenIssueTime', 'false', 'true'],
])('condition keys of a role’s session: %s %s %s, not %s', async (operator, key, right, wrong) => {
  const status = async (value: string) => {
    const gateway = await ofRole(may({ Condition: { [operator]: { [key]: value } } }));
    return (await signedCall(gateway, { credentials: sealed() })).status;
  };
  expect([await status(right), await status(wrong)]).toEqual([200, 403]);
});

describe('HTTP APIs', () => {
  const http = async (...policies: string[]) => {
    const functions = new TestFunctions({
      [FUNCTION]: ({ requestContext }: { requestContext: { authorizer: unknown } }) =>
        requestContext.authorizer,
    });
    const lambda = apiIntegration({
      integrationType: 'AWS_PROXY',
      integrationUri: FUNCTION,
      payloadFormatVersion: '2.0',
    });
    const routes = [route('$default', { authorizationType: 'AWS_IAM' })];
    const document = apiSnapshot(
      { routes, integrations: [lambda] },
      { stage: { stageName: 'prod' }, iamRoles: [roleWith(...policies)] },
    );
    const gateway = await createTestGateway(document, { ...ports, functions });
    onTestFinished(() => gateway.close());
    return gateway;
  };

  test('the function is told who signed', async () => {
    const { status, body } = await signedCall(await http(may()), { credentials: sealed() });
    expect([status, JSON.parse(body)]).toMatchObject([
      200,
      {
        iam: {
          accessKey: 'ASIAEXAMPLEEXAMPLE01',
          accountId: '000000000000',
          callerId: 'AROAEXAMPLE:shell',
          userArn: ARN,
          userId: 'AROAEXAMPLE:shell',
        },
      },
    ]);
  });

  test.each([
    ['not by its policies', [], sealed()],
    ['ended', [may()], sealed({ expiration: 1 })],
    ['another key’s token', [may()], { ...sealed(), accessKeyId: 'ASIAEXAMPLEEXAMPLE02' }],
  ])('refused: %s', async (_rule, policies, credentials) => {
    const { status, body } = await signedCall(await http(...policies), { credentials });
    expect([status, body]).toEqual([403, '{"message":"Forbidden"}']);
  });
});

describe('WebSocket APIs', () => {
  const guarded = { ...CHAT, routes: [route('$connect', { authorizationType: 'AWS_IAM' })] };
  const gatewayOf = (...policies: string[]) =>
    socketGateway(guarded, { iamRoles: [roleWith(...policies)], ports });

  test.each([false, true])('$connect and @connections, in the query: %s', async (presigned) => {
    const gateway = await gatewayOf(may());
    const credentials = sealed();
    const client = await connected(gateway, await signedConnect(gateway, presigned, credentials));
    expect(client.webSocket.readyState).toBe(client.webSocket.OPEN);
    const answer = await manage(gateway, { id: 'AAAAAAAAAAAAAAA=', credentials });
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([410, 'GoneException']);
  });

  test('neither by a role whose policies say nothing, nor by a token that is another’s or has ended', async () => {
    const nothing = await gatewayOf();
    const credentials = sealed();
    expect((await refused(nothing, await signedConnect(nothing, false, credentials))).status).toBe(403);
    expect((await manage(nothing, { id: 'AAAAAAAAAAAAAAA=', credentials })).status).toBe(403);
    const gateway = await gatewayOf(may());
    for (const wrong of [
      sealed({ expiration: 1 }),
      { ...credentials, accessKeyId: 'ASIAEXAMPLEEXAMPLE02' },
    ]) {
      expect((await refused(gateway, await signedConnect(gateway, false, wrong))).status).toBe(403);
      expect((await manage(gateway, { id: 'AAAAAAAAAAAAAAA=', credentials: wrong })).status).toBe(403);
    }
  });
});

test('an engine that has no key for tokens takes none', async () => {
  const gateway = await createTestGateway(documentOf({ iamRoles: [roleWith(may())] }));
  onTestFinished(() => gateway.close());
  expect((await signedCall(gateway, { credentials: sealed() })).status).toBe(403);
});
