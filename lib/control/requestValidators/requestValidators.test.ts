import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi, refusal, testControl } from '../testControl';

const kit = testControl();
let restApiId = '';
let root = '';

beforeEach(async () => {
  const api = await mockApi(kit);
  restApiId = api.id;
  root = api.rootResourceId;
});

const create = (name: string, body = true) =>
  kit.control.requestValidators.create(editor, restApiId, {
    name,
    validateRequestParameters: true,
    validateRequestBody: body,
  });

test('a validator comes back as it was made, is changed member by member and deleted', async () => {
  const made = await create(' all ');
  expect(made).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{6}$/),
    name: 'all',
    validateRequestParameters: true,
    validateRequestBody: true,
  });
  await create('Another', false);
  const at = [editor, restApiId, made.id] as const;
  const changed = { ...made, name: 'some', validateRequestBody: false };
  expect(
    await kit.control.requestValidators.update(...at, { name: 'some', validateRequestBody: false }),
  ).toEqual(changed);
  expect(await kit.control.requestValidators.list(editor, restApiId)).toContainEqual(changed);
  await kit.control.requestValidators.delete(...at);
  expect(await kit.control.requestValidators.list(editor, restApiId)).toMatchObject([{ name: 'Another' }]);
  for (const work of [
    () => kit.control.requestValidators.update(...at, { name: 'x' }),
    () => kit.control.requestValidators.delete(...at),
  ])
    expect(await refusal(kit, work)).toMatchObject({
      code: 'NotFoundException',
      message: 'Invalid Request Validator identifier specified',
    });
});

test('one that a method names stays; the engine gets what it checks', async () => {
  const { id } = await create('all');
  await kit.control.methods.put(editor, restApiId, root, 'GET', { requestValidatorId: id });
  const work = () => kit.control.requestValidators.delete(editor, restApiId, id);
  expect(await refusal(kit, work)).toMatchObject({
    code: 'ConflictException',
    message: "Cannot delete request validator 'all', is referenced in method request: //GET",
  });
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  expect(kit.snapshots.at(-1)?.deployments[0]?.requestValidators).toEqual([
    { id, validateRequestParameters: true, validateRequestBody: true },
  ]);
});

test('a validator of another API is not found under this one', async () => {
  const { id } = await create('all');
  const other = await mockApi(kit, 'Other');
  const work = () => kit.control.requestValidators.delete(editor, other.id, id);
  expect(await refusal(kit, work)).toMatchObject({ code: 'NotFoundException' });
});

test.each(['create', 'update'] as const)('%s wants a name', async (operation) => {
  const { id } = await create('all');
  const work = () =>
    operation === 'create'
      ? create(' ')
      : kit.control.requestValidators.update(editor, restApiId, id, { name: ' ' });
  expect(await refusal(kit, work)).toMatchObject({
    message: 'Request Validator name cannot be blank',
    fields: ['name'],
  });
});
