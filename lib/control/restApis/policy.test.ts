import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi, refusal, testControl } from '../testControl';

const kit = testControl();
let restApiId = '';
beforeEach(async () => {
  restApiId = (await mockApi(kit)).id;
});

const policyOf = (resource: unknown, members: object = {}) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: resource, ...members },
  ],
});
const save = (policy: string) => kit.control.restApis.update(editor, restApiId, { policy });
const kept = async () => (await kit.control.restApis.get(editor, restApiId)).policy;

test('a policy in full comes back letter for letter; an empty text removes it', async () => {
  const policy = JSON.stringify(policyOf('arn:aws:execute-api:us-east-1:000000000000:abc/*'), null, 3);
  expect((await save(policy)).policy).toBe(policy);
  expect(await kept()).toBe(policy);
  expect((await kit.control.restApis.list(editor))[0]?.policy).toBe(policy);
  await kit.control.restApis.update(editor, restApiId, { version: '2' });
  expect(await kept()).toBe(policy);
  expect(await save('')).not.toHaveProperty('policy');
  expect(await kept()).toBeUndefined();
});

test.each([
  ['execute-api:/*', '*'],
  ['execute-api:/dev/GET/pets/*', 'dev/GET/pets/*'],
  ['execute-api:/', ''],
])('the short form %s is written out', async (short, rest) => {
  const arn = `arn:aws:execute-api:us-east-1:000000000000:${restApiId}/${rest}`;
  await save(JSON.stringify(policyOf(short)));
  expect(await kept()).toBe(JSON.stringify(policyOf(arn)));
  await save(JSON.stringify(policyOf(['*', short]), null, 2));
  expect(await kept()).toBe(JSON.stringify(policyOf(['*', arn]), null, 2));
});

test('a copy of the API has a policy about itself', async () => {
  await save(JSON.stringify(policyOf('execute-api:/dev/*')));
  const copy = await kit.control.restApis.clone(editor, restApiId, { name: 'Copy' });
  expect(JSON.parse(copy.policy ?? '')).toMatchObject(
    policyOf(`arn:aws:execute-api:us-east-1:000000000000:${copy.id}/dev/*`),
  );
});

test.each([
  ['no JSON', '{', /^Invalid policy document. not JSON/],
  ['no statement', '{}', /^Invalid policy document. Statement: /],
  [
    'no principal',
    JSON.stringify(policyOf('*', { Principal: undefined })),
    /Statement\[0\]: names no Principal$/,
  ],
  [
    'an unknown effect',
    JSON.stringify(policyOf('*', { Effect: 'allow' })),
    /Statement\[0\]\.Effect: must be Allow or Deny$/,
  ],
  [
    'an unknown operator',
    JSON.stringify(policyOf('*', { Condition: { Is: { 'aws:SourceIp': '1.2.3.4' } } })),
    /Statement\[0\]\.Condition/,
  ],
  [
    'too many characters',
    JSON.stringify(policyOf('x'.repeat(8192))),
    /^A resource policy is at most 8,192 characters$/,
  ],
  [
    'too many once it is written out',
    JSON.stringify(policyOf(Array.from({ length: 300 }, (_, i) => `execute-api:/dev/GET/${i}`))),
    /^With the API's ARN written out/,
  ],
])('%s is refused', async (_name, policy, message) => {
  expect(await refusal(kit, () => save(policy))).toEqual({
    code: 'BadRequestException',
    message: expect.stringMatching(message),
    fields: ['policy'],
  });
});

test('a fault has its line in the text', async () => {
  const policy = JSON.stringify(policyOf('*', { Effect: 'allow' }), null, 2);
  const line = policy.split('\n').findIndex((text) => text.includes('"Effect"')) + 1;
  await expect(save(policy)).rejects.toMatchObject({ fields: [{ field: 'policy', line }] });
});

test('the engine has it with the next deployment', async () => {
  await save(JSON.stringify(policyOf('execute-api:/*')));
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  expect(kit.snapshots.at(-1)?.deployments[0]?.policy).toBe(await kept());
});
