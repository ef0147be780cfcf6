import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { Control } from '../control';
import { settingsOperations } from '../settings/settingsOperations';
import { createTestContext, testActor } from '../testing';
import { auditOperations } from './auditOperations';

let database: TestDatabase;
let operations: Control['audit'];
const administrator = testActor('administrator');

beforeAll(async () => {
  database = await createTestDb();
  const context = createTestContext(database);
  operations = auditOperations(context);
  const settings = settingsOperations(context);
  for (const retentionDays of [10, 20, 30]) await settings.update(administrator, { retentionDays });
  await settings.update(testActor('editor'), { retentionDays: 40 }).catch(() => {});
});
afterAll(() => database?.close());

test('says who did what to what, newest first; a refused operation left nothing', async () => {
  const entries = await operations.list(administrator);
  expect(entries.map((entry) => entry.detail)).toEqual(
    [30, 20, 10].map((retentionDays) => ({ retentionDays })),
  );
  expect(entries[0]).toMatchObject({
    actor: 'administrator@example.com',
    operation: 'UpdateSettings',
    subject: 'settings',
    time: Date.UTC(2026, 0, 15, 12),
  });
});

test('is narrowed by subject and limit', async () => {
  expect(await operations.list(administrator, { limit: 1 })).toHaveLength(1);
  expect(await operations.list(administrator, { subject: 'settings' })).toHaveLength(3);
  expect(await operations.list(administrator, { subject: 'other' })).toEqual([]);
});

test.each([0, 1_001, 1.5])('a limit of %s is refused', async (limit) => {
  await expect(operations.list(administrator, { limit })).rejects.toMatchObject({
    code: 'BadRequestException',
  });
});

test.each(['editor', 'viewer', 'developer'] as const)('a %s does not read it', async (role) => {
  await expect(operations.list(testActor(role))).rejects.toMatchObject({ code: 'AccessDeniedException' });
});
