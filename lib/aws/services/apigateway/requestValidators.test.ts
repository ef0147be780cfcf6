import {
  APIGatewayClient,
  CreateRequestValidatorCommand,
  DeleteRequestValidatorCommand,
  GetRequestValidatorCommand,
  GetRequestValidatorsCommand,
  UpdateRequestValidatorCommand,
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
const create = (name: string) =>
  client.send(new CreateRequestValidatorCommand({ restApiId, name, validateRequestBody: true }));

test('made, read, patched and deleted by AWS’s client', async () => {
  const { id: requestValidatorId, ...made } = await create('body');
  expect(made).toMatchObject({ name: 'body', validateRequestBody: true, validateRequestParameters: false });
  const patched = await client.send(
    new UpdateRequestValidatorCommand({
      restApiId,
      requestValidatorId,
      patchOperations: [
        { op: 'replace', path: '/name', value: 'all' },
        { op: 'replace', path: '/validateRequestParameters', value: 'true' },
        { op: 'replace', path: '/validateRequestBody', value: 'neither' },
      ],
    }),
  );
  expect(patched).toMatchObject({ name: 'all', validateRequestBody: false, validateRequestParameters: true });
  expect(await client.send(new GetRequestValidatorCommand({ restApiId, requestValidatorId }))).toMatchObject({
    id: requestValidatorId,
    name: 'all',
  });
  const deleted = await client.send(new DeleteRequestValidatorCommand({ restApiId, requestValidatorId }));
  expect(deleted.$metadata.httpStatusCode).toBe(202);
  await expect(
    client.send(new GetRequestValidatorCommand({ restApiId, requestValidatorId })),
  ).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid Request Validator identifier specified',
  });
});

test('pages go on where the one before ended, also when that one is gone', async () => {
  for (const name of ['a', 'b', 'c']) await create(name);
  const first = await client.send(new GetRequestValidatorsCommand({ restApiId, limit: 2 }));
  const second = await client.send(
    new GetRequestValidatorsCommand({ restApiId, limit: 2, position: first.position }),
  );
  const names = [first, second].map(({ items = [] }) => items.map(({ name }) => name));
  expect(names).toEqual([['a', 'b'], ['c']]);
  expect(second.position).toBeUndefined();
});

test.each([
  [
    'every bad operation is told',
    [
      { op: 'append', path: '/name' },
      { op: 'insert', path: '/x' },
    ],
    'ValidationException',
    /^2 validation errors detected: Value 'append' at 'updateRequestValidatorInput.patchOperations.1.member.op' .*; Value 'insert'/,
  ],
  [
    'a path that there is not',
    [{ op: 'replace', path: '/nothing', value: 'x' }],
    'BadRequestException',
    "Invalid patch path  '/nothing' specified for op 'replace'. Must be one of: [/name, /validateRequestParameters, /validateRequestBody]",
  ],
  [
    'an operation that its path does not take',
    [{ op: 'add', path: '/name', value: 'x' }],
    'BadRequestException',
    "Invalid patch path  '/name' specified for op 'add'. Please choose supported operations",
  ],
])('refused: %s', async (_rule, patchOperations, name, message) => {
  const { id: requestValidatorId } = await create('body');
  const patch = new UpdateRequestValidatorCommand({
    restApiId,
    requestValidatorId,
    patchOperations: patchOperations as never,
  });
  await expect(client.send(patch)).rejects.toMatchObject({
    name,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });
});
