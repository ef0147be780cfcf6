import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { restApis } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { firstStart } from '@/lib/model/role';
import { write } from './operation';
import { contents, editor, testControl } from './testControl';
import { testActor } from './testing';

const kit = testControl();
const row = { id: 'abcdefghij', name: 'x', createdDate: new Date(0) };

test('what an operation wrote, its audit row and its revision are there together', async () => {
  const operation = write({ name: 'Try', permission: 'editor' }, async (call) => {
    await call.db.insert(restApis).values(row);
    call.audit('abcdefghij', { a: 1 });
    call.publish({ apiKeyIds: ['k'], deploymentIds: ['d'] });
  });
  await operation(kit)(editor);
  expect(await contents(kit.database)).toMatchObject({
    rest_apis: [{ id: 'abcdefghij' }],
    audit_entries: [
      { actor: 'editor@example.com', operation: 'Try', subject: 'abcdefghij', detail: { a: 1 } },
    ],
    revisions: [{ revision: 1, apiKeyIds: ['k'], deploymentIds: ['d'] }],
  });
});

describe('nothing is left', () => {
  test.each([
    ['that fails at its end', () => Promise.reject(new Error('at the end'))],
    ['that forgets the audit log', () => Promise.resolve()],
    ['that the database refuses', (db: typeof kit.database.db) => db.execute(sql`select 1 / 0`)],
  ])('of an operation %s', async (_name, ending) => {
    const operation = write({ name: 'Try', permission: 'editor' }, async (call) => {
      await call.db.insert(restApis).values(row);
      await ending(call.db);
    });
    const before = await contents(kit.database);
    await expect(operation(kit)(editor)).rejects.toThrow();
    expect(await contents(kit.database)).toEqual(before);
    expect(kit.snapshots).toEqual([]);
  });
});

test('no work is done for an actor without permission', async () => {
  let worked = false;
  const operation = write({ name: 'Try', permission: 'administrator' }, async () => {
    worked = true;
  });
  await expect(operation(kit)(editor)).rejects.toMatchObject({ code: 'AccessDeniedException' });
  expect(worked).toBe(false);
});

test.each([
  ['a row that another write made first', '23505', 'ConflictException'],
  ['a deadlock', '40P01', 'ConflictException'],
  ['a database that shuts down', '57P01', 'ServiceUnavailableException'],
  ['a database that is not there', 'ECONNREFUSED', 'ServiceUnavailableException'],
])('%s is told in AWS words', async (_name, code, expected) => {
  const operation = write({ name: 'Try', permission: 'editor' }, () => {
    const cause = Object.assign(new Error('from the driver'), { code });
    return Promise.reject(new Error('Failed query: secret SQL', { cause }));
  });
  const refused = operation(kit)(editor);
  await expect(refused).rejects.toMatchObject({ code: expected });
  await expect(refused).rejects.not.toThrow(/secret/);
});

test('a refusal of our own comes as it is, anything unknown too', async () => {
  const own = new ControlError('LimitExceededException', 'enough');
  const fault = new Error('unknown');
  for (const error of [own, fault])
    await expect(
      write({ name: 'Try', permission: 'editor' }, () => Promise.reject(error))(kit)(editor),
    ).rejects.toBe(error);
});

test.each([
  [testActor('administrator'), 'administrator@example.com'],
  [firstStart, 'Gatehouse, at first start'],
])('the audit log names the actor', async (actor, name) => {
  await write({ name: 'Try', permission: 'editor' }, async ({ audit }) => audit('x'))(kit)(actor);
  expect((await contents(kit.database)).audit_entries).toMatchObject([{ actor: name }]);
});
