import { beforeEach, expect, test } from 'vitest';
import { auditEntries } from '@/db/schema';
import { createControl } from '../createControl';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';
import { createTestContext, testActor } from '../testing';

const kit = testControl();
const ACCOUNT = '000000000000';
const functionArn = (named: string, account = ACCOUNT) =>
  `arn:aws:lambda:us-east-1:${account}:function:${named}`;
const uriOf = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
const sourceOf = (path: string) => `arn:aws:execute-api:us-east-1:${ACCOUNT}:${path}`;
const toApi = { action: 'lambda:InvokeFunction', principal: 'apigateway.amazonaws.com' };
const functions = () => kit.control.functions;

/** `who` with version 1 and the alias `live`, and an API whose GET of / and authorizer name what is asked for. */
let restApiId = '';
let root = '';
beforeEach(async () => {
  const code = { inlineCode: 'export const handler = async () => 1;' };
  await functions().create(editor, { functionName: 'who', runtime: 'nodejs22.x', code });
  await functions().publishVersion(editor, 'who', {});
  await functions().putAlias(editor, 'who', 'live', { functionVersion: '1' });
  const api = await mockApi(kit);
  restApiId = api.id;
  root = api.rootResourceId;
});

async function integrate(named: string, httpMethod = 'GET', more: { credentials?: string } = {}) {
  if (httpMethod !== 'GET') await mockMethod(kit, restApiId, root, httpMethod);
  const uri = uriOf(functionArn(named));
  await kit.control.methods.putIntegration(editor, restApiId, root, httpMethod, {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri,
    ...more,
  });
}
const unpermitted = (apiId = restApiId) => functions().unpermitted(editor, apiId);
const permit = (...named: string[]) =>
  functions().permitApi(
    editor,
    restApiId,
    named.map((one) => functionArn(one)),
  );

test('an API may invoke nothing of which no statement says so, and is let in whole, once, audited', async () => {
  await integrate('who');
  await integrate('who:live', 'POST');
  await kit.control.authorizers.create(editor, restApiId, {
    name: 'guard',
    type: 'TOKEN',
    authorizerUri: uriOf(functionArn('who:1')),
    identitySource: 'method.request.header.Authorization',
  });
  expect(await unpermitted()).toEqual([
    { functionArn: functionArn('who'), usedBy: 'GET /' },
    { functionArn: functionArn('who:live'), usedBy: 'POST /' },
    { functionArn: functionArn('who:1'), usedBy: 'authorizer guard' },
  ]);

  await permit('who', 'who:live', 'who:live');
  expect(await unpermitted()).toEqual([{ functionArn: functionArn('who:1'), usedBy: 'authorizer guard' }]);
  await permit('who:$LATEST', 'who:1');
  expect(await unpermitted()).toEqual([]);
  const statement = {
    Sid: `apigateway-${restApiId}`,
    Effect: 'Allow',
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'lambda:InvokeFunction',
    Condition: { ArnLike: { 'AWS:SourceArn': sourceOf(`${restApiId}/*`) } },
  };
  for (const [qualifier, Resource] of [
    [undefined, functionArn('who')],
    ['live', functionArn('who:live')],
    ['1', functionArn('who:1')],
  ] as const)
    expect(await functions().permissions(editor, 'who', qualifier)).toEqual([{ ...statement, Resource }]);

  const audited = await kit.database.db.select().from(auditEntries);
  const written = audited.filter(({ operation }) => operation === 'AddPermission');
  expect(written.map(({ subject }) => subject)).toEqual(
    ['who', 'who:live', 'who:1'].map((one) => functionArn(one)),
  );
  await permit('who', 'who:live', 'who:1');
  expect(await kit.database.db.select().from(auditEntries)).toHaveLength(audited.length);
});

test('a statement for one method is enough for that method, and is not one for the whole API', async () => {
  await integrate('who');
  await integrate('who', 'POST');
  await kit.control.functions.addPermission(editor, 'who', {
    ...toApi,
    statementId: `apigateway-${restApiId}`,
    sourceArn: sourceOf(`${restApiId}/*/GET/`),
  });
  expect(await unpermitted()).toEqual([{ functionArn: functionArn('who'), usedBy: 'POST /' }]);
  await permit('who');
  expect((await functions().permissions(editor, 'who')).map(({ Sid }) => Sid)).toEqual([
    `apigateway-${restApiId}`,
    `apigateway-${restApiId}-2`,
  ]);
});

test('what has a role, is of another account, or that a stage variable names, is not told', async () => {
  await integrate('who', 'GET', { credentials: `arn:aws:iam::${ACCOUNT}:role/invoker` });
  await integrate('who:${stageVariables.alias}', 'POST');
  await mockMethod(kit, restApiId, root, 'PUT');
  await kit.control.methods.putIntegration(editor, restApiId, root, 'PUT', {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: uriOf(functionArn('who', '123456789012')),
  });
  expect(await unpermitted()).toEqual([]);
  await functions().permitApi(editor, restApiId, [functionArn('who', '123456789012')]);
  expect(await functions().permissions(editor, 'who')).toEqual([]);
});

test('routes and authorizers of HTTP and WebSocket APIs', async () => {
  const { apis } = kit.control;
  const { apiId } = await apis.create(editor, {
    name: 'Pets',
    protocolType: 'HTTP',
    target: functionArn('who'),
  });
  expect(await unpermitted(apiId)).toEqual([{ functionArn: functionArn('who'), usedBy: '$default' }]);
  await functions().addPermission(editor, 'who', {
    ...toApi,
    statementId: 'narrow',
    sourceArn: sourceOf(`${apiId}/*/$default`),
  });
  expect(await unpermitted(apiId)).toEqual([]);
  await apis.authorizers.create(editor, apiId, {
    name: 'guard',
    authorizerType: 'REQUEST',
    identitySource: ['$request.header.X'],
    authorizerUri: uriOf(functionArn('who')),
    authorizerPayloadFormatVersion: '2.0',
  });
  expect(await unpermitted(apiId)).toEqual([{ functionArn: functionArn('who'), usedBy: 'authorizer guard' }]);
  await functions().permitApi(editor, apiId, [functionArn('who')]);
  expect(await unpermitted(apiId)).toEqual([]);
});

test('an API, a function, a version that is not there, and a viewer, are refused', async () => {
  const code = 'NotFoundException';
  expect(await refusal(kit, () => functions().permitApi(editor, 'nosuchapi1', []))).toMatchObject({ code });
  expect(await refusal(kit, () => unpermitted('nosuchapi1'))).toMatchObject({ code });
  for (const named of ['nobody', 'who:9', 'who:old']) {
    const message = `Function not found: ${functionArn(named)}`;
    expect(await refusal(kit, () => permit('who', named))).toMatchObject({ code, message });
  }
  const viewer = () => functions().permitApi(testActor('viewer'), restApiId, []);
  expect(await refusal(kit, viewer)).toMatchObject({ code: 'AccessDeniedException' });
});

test('statements are at the host before AddPermission and RemovePermission answer', async () => {
  const published = () =>
    kit.publishedFunctions.at(-1)?.map(({ version, permissions }) => [version, permissions]);
  expect(published()).toEqual([
    ['$LATEST', { '': [] }],
    ['1', { '1': [], live: [] }],
  ]);
  await functions().addPermission(editor, 'who', { ...toApi, statementId: 'all', qualifier: 'live' });
  const statement = {
    Sid: 'all',
    Effect: 'Allow',
    Principal: { Service: toApi.principal },
    Action: toApi.action,
  };
  expect(published()).toEqual([
    ['$LATEST', { '': [] }],
    ['1', { '1': [], live: [statement] }],
  ]);
  await functions().removePermission(editor, 'who', 'all', 'live');
  expect(published()?.[1]).toEqual(['1', { '1': [], live: [] }]);
});

test('an alias takes its policy with it', async () => {
  await functions().addPermission(editor, 'who', { ...toApi, statementId: 'all', qualifier: 'live' });
  await functions().deleteAlias(editor, 'who', 'live');
  await functions().putAlias(editor, 'who', 'live', { functionVersion: '1' });
  expect(await functions().permissions(editor, 'who', 'live')).toEqual([]);
});

test('no statement is added to $LATEST, nor one that makes the policy longer than 20 KB', async () => {
  const add = (statementId: string, qualifier?: string) =>
    functions().addPermission(editor, 'who', {
      ...toApi,
      statementId,
      qualifier,
      sourceArn: sourceOf(`${'x'.repeat(9_800)}/*`),
    });
  expect(await refusal(kit, () => add('one', '$LATEST'))).toMatchObject({
    code: 'BadRequestException',
    message: 'We currently do not support adding policies for $LATEST.',
  });
  await add('one');
  await add('two');
  expect(await refusal(kit, () => add('three'))).toMatchObject({
    code: 'LimitExceededException',
    message: expect.stringMatching(/^The final policy size \(\d+\) is bigger than the limit \(20480\)\.$/),
  });
});

test('where nothing is signed nobody is asked', async () => {
  await integrate('who');
  const context = createTestContext(kit.database, { secrets: kit.ports.secrets });
  context.ports.config.awsOpen = true;
  const open = createControl(context).functions;
  expect(await open.unpermitted(editor, restApiId)).toEqual([]);
  await open.updateConfiguration(editor, 'who', { timeout: 4 });
  expect(context.publishedFunctions.at(-1)?.some((hosted) => 'permissions' in hosted)).toBe(false);
});
