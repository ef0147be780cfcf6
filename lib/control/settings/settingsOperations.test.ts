import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { auditEntries, settings } from '@/db/schema';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { SettingsUpdate } from '@/lib/model/settings';
import type { Control, Settings } from '../control';
import { createTestContext, type TestContext, testActor } from '../testing';
import { settingsOperations } from './settingsOperations';

let database: TestDatabase;
let context: TestContext;
let operations: Control['settings'];
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  context = createTestContext(database);
  operations = settingsOperations(context);
});
const administrator = testActor('administrator');
const defaults: Settings = {
  signUpOpen: true,
  egressAllowList: [],
  throttle: { rateLimit: 10_000, burstLimit: 5_000 },
  retentionDays: 90,
  serviceEndpoints: {},
};

test('begins with defaults and keeps what is set', async () => {
  expect(await operations.get(administrator)).toEqual(defaults);
  await operations.update(administrator, { retentionDays: 30 });
  const update = { egressAllowList: ['Backend:8080', '10.0.0.0/8', 'backend:8080'], signUpOpen: false };
  const after = {
    ...defaults,
    retentionDays: 30,
    signUpOpen: false,
    egressAllowList: ['backend:8080', '10.0.0.0/8'],
  };
  expect(await operations.update(administrator, update)).toEqual(after);
  expect(await operations.get(testActor('viewer'))).toEqual(after);
  expect(await operations.signUpOpen()).toBe(false);
});

test('throttle and egress list reach the workers before the answer', async () => {
  await operations.update(administrator, {
    egressAllowList: ['backend'],
    throttle: { rateLimit: 1, burstLimit: 2 },
  });
  expect(context.snapshots.at(-1)?.account).toMatchObject({
    egressAllowList: ['backend'],
    throttle: { rateLimit: 1, burstLimit: 2 },
  });
});

test('service endpoints and the key that signs reach the workers; the secret reaches nobody else', async () => {
  const endpoints = { sqs: 'http://queues:9324/', dynamodb: 'http://127.0.0.1:8000' };
  const key = { serviceAccessKeyId: 'AKIAIOSFODNN7EXAMPLE', serviceSecretAccessKey: 'sesame/street' };
  const after = {
    ...defaults,
    serviceEndpoints: { ...endpoints, sqs: 'http://queues:9324' },
    serviceAccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  };
  expect(await operations.update(administrator, { serviceEndpoints: endpoints, ...key })).toEqual(after);
  expect(await operations.get(administrator)).toEqual(after);
  expect(context.snapshots.at(-1)?.services).toEqual({
    endpoints: after.serviceEndpoints,
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'sesame/street' },
  });
  for (const table of [settings, auditEntries])
    expect(JSON.stringify(await database.db.select().from(table))).not.toContain('sesame');
});

test('a key goes with its secret; a secret is replaced alone; endpoints stay', async () => {
  const key = { serviceAccessKeyId: 'AKIA', serviceSecretAccessKey: 'one' };
  await operations.update(administrator, { serviceEndpoints: { sqs: 'http://queues' }, ...key });
  await operations.update(administrator, { serviceSecretAccessKey: 'two' });
  expect(context.snapshots.at(-1)?.services?.credentials).toEqual({
    accessKeyId: 'AKIA',
    secretAccessKey: 'two',
  });
  expect(await operations.update(administrator, { serviceAccessKeyId: '' })).not.toHaveProperty(
    'serviceAccessKeyId',
  );
  expect(context.snapshots.at(-1)?.services).toEqual({ endpoints: { sqs: 'http://queues' } });
  await operations.update(administrator, { serviceEndpoints: {} });
  expect(context.snapshots.at(-1)).not.toHaveProperty('services');
  const stored = await database.db.query.settings.findMany();
  expect(stored.map((row) => row.name)).toEqual(['serviceEndpoints']);
});

test('what the engine does not read is not published', async () => {
  await operations.update(administrator, { retentionDays: 10 });
  expect(context.snapshots).toEqual([]);
});

test.each<[SettingsUpdate, string]>([
  [{ egressAllowList: ['fine', 'http://not'] }, 'egressAllowList.1'],
  [{ retentionDays: 0 }, 'retentionDays'],
  [{ retentionDays: 1.5 }, 'retentionDays'],
  [{ throttle: { rateLimit: -1, burstLimit: 1 } }, 'throttle.rateLimit'],
  [{ serviceEndpoints: { sqs: 'ftp://queues' } }, 'serviceEndpoints.sqs'],
  [{ serviceEndpoints: { sqs: 'http://user:word@queues' } }, 'serviceEndpoints.sqs'],
  [{ serviceEndpoints: { sqs: 'http://queues?x=1' } }, 'serviceEndpoints.sqs'],
  [{ serviceEndpoints: { 'S Q S': 'http://queues' } }, 'serviceEndpoints.S Q S'],
  [{ serviceAccessKeyId: 'AKIA' }, 'serviceSecretAccessKey'],
  [{ serviceSecretAccessKey: 'secret' }, 'serviceAccessKeyId'],
  [{ signInUserPoolId: 'us-east-1_nobody' }, 'signInUserPoolId'],
])('%j is refused at %s and nothing changes', async (update, field) => {
  await expect(operations.update(administrator, { signUpOpen: false, ...update })).rejects.toMatchObject({
    code: 'BadRequestException',
    fields: [{ field }],
  });
  expect(await operations.get(administrator)).toEqual(defaults);
});

test('B21: only known names are stored', async () => {
  const input = { signUpOpen: false, setupTokenHash: 'mine', id: 1 };
  await operations.update(administrator, input);
  const stored = await database.db.query.settings.findMany();
  expect(stored.map((row) => row.name)).toEqual(['signUpOpen']);
});

test.each(['editor', 'viewer', 'developer'] as const)('a %s changes nothing', async (role) => {
  await expect(operations.update(testActor(role), { signUpOpen: false })).rejects.toMatchObject({
    code: 'AccessDeniedException',
  });
});

test.each([testActor('developer'), { kind: 'visitor' } as const])('%j does not read them', async (actor) => {
  await expect(operations.get(actor)).rejects.toThrow();
});
