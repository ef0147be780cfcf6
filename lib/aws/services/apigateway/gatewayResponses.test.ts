import {
  APIGatewayClient,
  DeleteGatewayResponseCommand,
  type GatewayResponseType,
  GetGatewayResponseCommand,
  GetGatewayResponsesCommand,
  type PatchOperation,
  PutGatewayResponseCommand,
  type PutGatewayResponseCommandInput,
  UpdateGatewayResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
let restApiId: string;
beforeEach(async () => {
  client = new APIGatewayClient(kit.client());
  restApiId = (await kit.control.restApis.create(editor, { name: 'pets' })).id;
});
const at = (responseType: GatewayResponseType = 'ACCESS_DENIED') => ({ restApiId, responseType });
const put = (members: Partial<PutGatewayResponseCommandInput> = {}, type?: GatewayResponseType) =>
  client.send(new PutGatewayResponseCommand({ ...at(type), ...members }));
const get = (type?: GatewayResponseType) => client.send(new GetGatewayResponseCommand(at(type)));
const patch = (...patchOperations: PatchOperation[]) =>
  client.send(new UpdateGatewayResponseCommand({ ...at(), patchOperations }));

const shown = { 'application/json': '{"message":$context.error.messageString}' };
const header = 'gatewayresponse.header.X-Reason';

test('every type is told, those that are not customised as they are built', async () => {
  const { items = [] } = await client.send(new GetGatewayResponsesCommand({ restApiId }));
  expect(items).toHaveLength(21);
  expect(await get()).toMatchObject({
    responseType: 'ACCESS_DENIED',
    statusCode: '403',
    responseParameters: {},
    responseTemplates: shown,
    defaultResponse: true,
  });
  expect(await get('DEFAULT_4XX')).not.toHaveProperty('statusCode');
});

test('put, patched and deleted by AWS’s client', async () => {
  const members = {
    statusCode: '404',
    responseParameters: { [header]: "'no'" },
    responseTemplates: { 'application/json': '{}' },
  };
  const { $metadata, ...made } = await put(members);
  expect($metadata.httpStatusCode).toBe(201);
  expect(made).toEqual({ responseType: 'ACCESS_DENIED', ...members, defaultResponse: false });
  const patched = await patch(
    { op: 'replace', path: '/statusCode', value: '418' },
    { op: 'remove', path: `/responseParameters/${header}` },
    { op: 'add', path: '/responseTemplates/text~1plain', value: 'no' },
    { op: 'replace', path: '/responseTemplates/application~1json', value: '{"a":1}' },
  );
  const after = {
    statusCode: '418',
    responseParameters: {},
    responseTemplates: { 'application/json': '{"a":1}', 'text/plain': 'no' },
  };
  expect(patched).toMatchObject(after);
  expect(await get()).toMatchObject(after);
  const { $metadata: deleted } = await client.send(new DeleteGatewayResponseCommand(at()));
  expect(deleted.httpStatusCode).toBe(202);
  expect(await get()).toMatchObject({ statusCode: '403', defaultResponse: true });
  await expect(client.send(new DeleteGatewayResponseCommand(at()))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Gateway response type not defined on api',
  });
});

test('a patch of one member leaves built in what is built in, and takes on what is inherited', async () => {
  expect(await patch({ op: 'replace', path: '/statusCode', value: '404' })).toMatchObject({
    statusCode: '404',
    responseTemplates: shown,
    defaultResponse: false,
  });
  expect(await kit.control.gatewayResponses.own(editor, restApiId, 'ACCESS_DENIED')).toEqual({
    statusCode: '404',
    responseParameters: {},
    responseTemplates: {},
  });
  await client.send(new DeleteGatewayResponseCommand(at()));
  await put({ responseParameters: { [header]: "'no'" } }, 'DEFAULT_4XX');
  expect(await patch({ op: 'replace', path: '/statusCode', value: '404' })).toMatchObject({
    responseParameters: { [header]: "'no'" },
  });
});

test.each<[string, PatchOperation, string, string]>([
  [
    'a key that is not there',
    { op: 'replace', path: `/responseParameters/${header}`, value: "'a'" },
    'NotFoundException',
    'Invalid parameter name specified',
  ],
  [
    'an empty template',
    { op: 'add', path: '/responseTemplates/application~1json', value: '' },
    'BadRequestException',
    'Invalid null or empty value in responseTemplates',
  ],
  ['no path', { op: 'replace', value: '418' }, 'BadRequestException', 'Invalid patch path null'],
  [
    'another member',
    { op: 'replace', path: '/defaultResponse', value: 'true' },
    'BadRequestException',
    'Invalid patch path /defaultResponse',
  ],
])('refused: a patch of %s', async (_rule, operation, name, message) => {
  await expect(patch(operation)).rejects.toMatchObject({ name, message });
});

test('refused: a type that there is not, an empty header, a status that is none', async () => {
  await expect(get('NONE' as GatewayResponseType)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(/^1 validation error detected: .*ACCESS_DENIED/),
  });
  await expect(put({ responseParameters: { [header]: '' } })).rejects.toMatchObject({
    message: 'Invalid null or empty value in responseParameters',
  });
  await expect(put({ statusCode: '99' })).rejects.toMatchObject({ name: 'BadRequestException' });
});
