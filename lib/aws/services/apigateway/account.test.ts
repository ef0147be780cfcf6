import {
  APIGatewayClient,
  GetAccountCommand,
  type PatchOperation,
  UpdateAccountCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testActor } from '@/lib/control/testing';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});
const patch = (...patchOperations: PatchOperation[]) =>
  client.send(new UpdateAccountCommand({ patchOperations }));
const role = 'arn:aws:iam::000000000000:role/logs';

test('the account tells the throttle that the console sets, and keeps its role', async () => {
  const throttle = { rateLimit: 50.5, burstLimit: 20 };
  await kit.control.settings.update(testActor('administrator'), { throttle });
  const fixed = { throttleSettings: throttle, features: ['UsagePlans'], apiKeyVersion: '4' };
  expect(await client.send(new GetAccountCommand({}))).toEqual({ ...fixed, $metadata: expect.anything() });
  const patched = await patch(
    { op: 'replace', path: '/cloudwatchRoleArn', value: role },
    { op: 'add', path: '/features', value: 'UsagePlans' },
  );
  expect(patched).toMatchObject({ ...fixed, cloudwatchRoleArn: role });
  expect((await kit.control.settings.get(editor)).cloudwatchRoleArn).toBe(role);
  await patch({ op: 'replace', path: '/cloudwatchRoleArn', value: '' });
  expect(await client.send(new GetAccountCommand({}))).not.toHaveProperty('cloudwatchRoleArn');
});

test.each<[rule: string, operation: PatchOperation, message: string]>([
  [
    'the feature that there is goes',
    { op: 'remove', path: '/features', value: 'UsagePlans' },
    'Usage Plans cannot be disabled once enabled',
  ],
  [
    'a feature that there is not comes',
    { op: 'add', path: '/features', value: 'More' },
    'Invalid feature specified',
  ],
  [
    'what is no role',
    { op: 'replace', path: '/cloudwatchRoleArn', value: 'me' },
    'The role ARN is not well formed',
  ],
  [
    'what the console sets alone',
    { op: 'replace', path: '/throttleSettings/rateLimit', value: '1' },
    'Invalid patch path /throttleSettings/rateLimit',
  ],
])('refused: %s', async (_rule, operation, message) => {
  await expect(patch(operation)).rejects.toMatchObject({ name: 'BadRequestException', message });
});
