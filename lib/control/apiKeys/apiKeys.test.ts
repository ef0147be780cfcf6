import { describe, expect, test } from 'vitest';
import { databases } from '@/db/testing';
import type { ApiKeyInput } from '@/lib/model/apiKey';
import { contents, editor, refusal, testControl } from '../testControl';
import { testActor } from '../testing';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);

  test('a key is made with a value of 40 letters and digits, shown once', async () => {
    const { value, ...key } = await kit.control.apiKeys.create(editor, { name: 'Mobile' });
    expect(value).toMatch(/^[A-Za-z0-9]{40}$/);
    expect(key).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{10}$/),
      name: 'Mobile',
      enabled: true,
      hint: `${value?.slice(0, 4)}…${value?.slice(-4)}`,
      createdDate: kit.clock.now,
      lastUpdatedDate: kit.clock.now,
      usagePlanIds: [],
    });
    expect(await kit.control.apiKeys.get(editor, key.id)).toEqual(key);
    expect(await kit.control.apiKeys.list(editor)).toEqual([key]);
  });

  test('is published by its hash before the answer, never by its value', async () => {
    const { id, value = '' } = await kit.control.apiKeys.create(editor, { name: 'Mobile' });
    const published = kit.snapshots.at(-1);
    expect(published?.apiKeys).toEqual([
      { id, enabled: true, valueHash: kit.ports.secrets.hash(value), usagePlanIds: [] },
    ]);
    expect(JSON.stringify([published, await contents(kit.database)])).not.toContain(value);
  });

  test('the value is told to an editor who asks, and the audit log says so', async () => {
    const { id, value } = await kit.control.apiKeys.create(editor, { name: 'Mobile' });
    expect((await kit.control.apiKeys.get(editor, id, { includeValue: true })).value).toBe(value);
    const [entry] = await kit.control.audit.list(testActor('administrator'), { limit: 1 });
    expect(entry).toMatchObject({ operation: 'GetApiKey', subject: id, detail: { includeValue: true } });
    const viewer = testActor('viewer');
    expect(await kit.control.apiKeys.get(viewer, id)).not.toHaveProperty('value');
    const ask = () => kit.control.apiKeys.get(viewer, id, { includeValue: true });
    expect(await refusal(kit, ask)).toMatchObject({ code: 'AccessDeniedException' });
  });

  test('an own value works once', async () => {
    const input = { name: 'Own', value: 'my-own-value-of-20-characters' };
    const made = await kit.control.apiKeys.create(editor, input);
    expect(made.value).toBe(input.value);
    expect(await refusal(kit, () => kit.control.apiKeys.create(editor, input))).toEqual({
      code: 'ConflictException',
      message: 'API Key already exists',
      fields: ['value'],
    });
  });

  test('of ten equal values at once one wins', async () => {
    const input = { name: 'Own', value: 'my-own-value-of-20-characters' };
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => kit.control.apiKeys.create(editor, input)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'ConflictException' });
    expect(await kit.control.apiKeys.list(editor)).toHaveLength(1);
  });

  test('switched off and renamed, it is published so', async () => {
    const { id } = await kit.control.apiKeys.create(editor, { name: 'Mobile' });
    kit.clock.now += 5_000;
    const key = await kit.control.apiKeys.update(editor, id, { enabled: false, name: 'Old mobile' });
    expect(key).toMatchObject({ enabled: false, name: 'Old mobile', lastUpdatedDate: kit.clock.now });
    expect(kit.snapshots.at(-1)?.apiKeys).toMatchObject([{ id, enabled: false }]);
  });

  test('deleted, it is removed from the engine', async () => {
    const { id } = await kit.control.apiKeys.create(editor, { name: 'Mobile' });
    await kit.control.apiKeys.delete(editor, id);
    expect(kit.snapshots.at(-1)).toMatchObject({ apiKeys: [], removedApiKeyIds: [id] });
    expect(await refusal(kit, () => kit.control.apiKeys.delete(editor, id))).toMatchObject({
      code: 'NotFoundException',
      message: 'Invalid API Key identifier specified',
    });
  });

  test.each<[string, ApiKeyInput, string, string]>([
    [
      'a short value',
      { name: '', value: 'x'.repeat(19) },
      'value',
      'API Key value should be at least 20 characters',
    ],
    [
      'a long value',
      { name: '', value: 'x'.repeat(129) },
      'value',
      'API Key value exceeds maximum size of 128 characters',
    ],
    [
      'a value with a space',
      { name: '', value: 'x'.repeat(20).concat(' ') },
      'value',
      'API Key value holds visible ASCII characters only',
    ],
    [
      'a long name',
      { name: 'x'.repeat(1025) },
      'name',
      'Invalid API Key name, can be at most 1024 characters.',
    ],
  ])('%s is refused', async (_name, input, field, message) => {
    expect(await refusal(kit, () => kit.control.apiKeys.create(editor, input))).toEqual({
      code: 'BadRequestException',
      message,
      fields: [field],
    });
  });

  test('the list is newest first and narrows to a plan', async () => {
    const plan = await kit.control.usagePlans.create(editor, { name: 'Gold' });
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      kit.clock.now += 1_000;
      ids.unshift((await kit.control.apiKeys.create(editor, { name })).id);
    }
    const middle = ids[1] ?? '';
    await kit.control.usagePlans.addKey(editor, plan.id, middle);
    expect((await kit.control.apiKeys.list(editor)).map(({ id }) => id)).toEqual(ids);
    expect(await kit.control.apiKeys.list(editor, { usagePlanId: plan.id })).toMatchObject([
      { id: middle, usagePlanIds: [plan.id] },
    ]);
  });
});
