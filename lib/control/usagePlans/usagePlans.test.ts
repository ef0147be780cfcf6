import { describe, expect, test } from 'vitest';
import { usageDays } from '@/db/schema';
import { databases } from '@/db/testing';
import type { UsagePlanInput } from '@/lib/model/usagePlan';
import { editor, mockApi, refusal, testControl } from '../testControl';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);

  async function stage(stageName = 'dev') {
    const api = await mockApi(kit);
    await kit.control.deployments.create(editor, api.id, { stageName });
    return { apiId: api.id, stage: stageName };
  }
  const key = async (name = 'k') => (await kit.control.apiKeys.create(editor, { name })).id;
  const plan = (input: Partial<UsagePlanInput> = {}) =>
    kit.control.usagePlans.create(editor, { name: 'Gold', ...input });

  test('a plan comes back as it was made, and is published', async () => {
    const apiStage = { ...(await stage()), throttle: { '/GET': { rateLimit: 1, burstLimit: 2 } } };
    const made = await plan({
      description: 'For partners',
      apiStages: [apiStage],
      throttle: { rateLimit: 10, burstLimit: 5 },
      quota: { limit: 1_000, period: 'MONTH' },
      offeredInPortal: true,
    });
    expect(made).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      name: 'Gold',
      description: 'For partners',
      apiStages: [apiStage],
      throttle: { rateLimit: 10, burstLimit: 5 },
      quota: { limit: 1_000, offset: 0, period: 'MONTH' },
      offeredInPortal: true,
      approvalRequired: false,
      createdDate: kit.clock.now,
      keyCount: 0,
    });
    expect(await kit.control.usagePlans.get(editor, made.id)).toEqual(made);
    expect(kit.snapshots.at(-1)?.usagePlans).toEqual([
      {
        id: made.id,
        name: 'Gold',
        apiStages: { [`${apiStage.apiId}:dev`]: apiStage.throttle },
        throttle: { rateLimit: 10, burstLimit: 5 },
        quota: { limit: 1_000, offset: 0, period: 'MONTH' },
      },
    ]);
  });

  test('an update replaces all: what is left out is gone', async () => {
    const { id } = await plan({
      description: 'x',
      apiStages: [await stage()],
      throttle: { rateLimit: 1, burstLimit: 1 },
      quota: { limit: 1, period: 'DAY' },
    });
    await kit.control.usagePlans.addKey(editor, id, await key());
    const updated = await kit.control.usagePlans.update(editor, id, { name: 'Silver' });
    expect(updated).toMatchObject({ name: 'Silver', apiStages: [], keyCount: 1 });
    for (const member of ['description', 'throttle', 'quota']) expect(updated).not.toHaveProperty(member);
    expect(await kit.control.usagePlans.list(editor)).toEqual([updated]);
  });

  test.each<[string, Partial<UsagePlanInput>, string, string]>([
    ['no name', { name: ' ' }, 'name', 'Name is required'],
    [
      'a negative rate',
      { throttle: { rateLimit: -1, burstLimit: 1 } },
      'throttle.rateLimit',
      'Rate must not be negative',
    ],
    [
      'a negative burst',
      { throttle: { rateLimit: 1, burstLimit: -1 } },
      'throttle.burstLimit',
      'Burst must not be negative',
    ],
    ['a quota of nothing', { quota: { limit: 0, period: 'DAY' } }, 'quota.limit', 'Quota must be at least 1'],
    [
      'an offset past the period',
      { quota: { limit: 9, offset: 7, period: 'WEEK' } },
      'quota.offset',
      'Offset for WEEK is at most 6',
    ],
  ])('%s is refused', async (_name, input, field, message) => {
    expect(await refusal(kit, () => plan(input))).toEqual({
      code: 'BadRequestException',
      message,
      fields: [field],
    });
  });

  test('a stage that is not there is named as AWS names it, and one given twice refused', async () => {
    const known = await stage();
    const { id } = await plan();
    const put = (apiStages: UsagePlanInput['apiStages']) => () =>
      kit.control.usagePlans.update(editor, id, { name: 'Gold', apiStages });
    expect(await refusal(kit, put([known, { apiId: 'nosuch', stage: 'dev' }]))).toEqual({
      code: 'NotFoundException',
      message: `Invalid API Stage {api: nosuch, stage: dev} specified for usageplan ${id}`,
      fields: ['apiStages.1'],
    });
    expect(await refusal(kit, put([known, known]))).toEqual({
      code: 'BadRequestException',
      message: 'Invalid API Stage specified',
      fields: ['apiStages.1'],
    });
    expect(
      await refusal(kit, put([{ ...known, throttle: { pets: { rateLimit: 1, burstLimit: 1 } } }])),
    ).toMatchObject({ message: 'Use /path/VERB', fields: ['apiStages.0.throttle.pets'] });
  });

  test('a key joins and leaves, and the engine is told', async () => {
    const [{ id }, apiKeyId] = [await plan(), await key()];
    await kit.control.usagePlans.addKey(editor, id, apiKeyId);
    expect(kit.snapshots.at(-1)?.apiKeys).toMatchObject([{ id: apiKeyId, usagePlanIds: [id] }]);
    expect(await refusal(kit, () => kit.control.usagePlans.addKey(editor, id, apiKeyId))).toMatchObject({
      code: 'ConflictException',
    });
    await kit.control.usagePlans.removeKey(editor, id, apiKeyId);
    expect(kit.snapshots.at(-1)?.apiKeys).toMatchObject([{ id: apiKeyId, usagePlanIds: [] }]);
    expect(await refusal(kit, () => kit.control.usagePlans.removeKey(editor, id, apiKeyId))).toMatchObject({
      code: 'NotFoundException',
      message: 'Invalid API Key identifier specified',
    });
  });

  describe('a key has one plan for each stage', () => {
    test('however it would come into a second', async () => {
      const [shared, other] = [await stage(), await stage('other')];
      const gold = await plan({ apiStages: [shared] });
      const silver = await plan({ name: 'Silver', apiStages: [other] });
      const apiKeyId = await key();
      await kit.control.usagePlans.addKey(editor, gold.id, apiKeyId);
      await kit.control.usagePlans.addKey(editor, silver.id, apiKeyId);
      const widen = () =>
        kit.control.usagePlans.update(editor, silver.id, { name: 'Silver', apiStages: [other, shared] });
      const message = `API key ${apiKeyId} is already in usage plan ${gold.id} for the API stage ${shared.apiId}:dev`;
      expect(await refusal(kit, widen)).toMatchObject({ code: 'ConflictException', message });
      const bronze = await plan({ name: 'Bronze', apiStages: [shared] });
      const join = () => kit.control.usagePlans.addKey(editor, bronze.id, apiKeyId);
      expect(await refusal(kit, join)).toMatchObject({ code: 'ConflictException', message });
    });

    test('also when both come at once', async () => {
      const shared = await stage();
      const plans = await Promise.all([1, 2, 3, 4].map((n) => plan({ name: `${n}`, apiStages: [shared] })));
      const apiKeyId = await key();
      const results = await Promise.allSettled(
        plans.map(({ id }) => kit.control.usagePlans.addKey(editor, id, apiKeyId)),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect((await kit.control.apiKeys.get(editor, apiKeyId)).usagePlanIds).toHaveLength(1);
    });
  });

  test('a deleted plan is served no more and leaves its keys', async () => {
    const [{ id }, apiKeyId] = [await plan(), await key()];
    await kit.control.usagePlans.addKey(editor, id, apiKeyId);
    await kit.control.usagePlans.delete(editor, id);
    expect(kit.snapshots.at(-1)?.usagePlans).toEqual([]);
    expect((await kit.control.apiKeys.get(editor, apiKeyId)).usagePlanIds).toEqual([]);
    expect(await refusal(kit, () => kit.control.usagePlans.get(editor, id))).toMatchObject({
      code: 'NotFoundException',
      message: 'Invalid Usage Plan ID specified',
    });
  });

  test('a deleted stage leaves the plans it was in', async () => {
    const apiStage = await stage();
    const { id } = await plan({ apiStages: [apiStage] });
    await kit.control.stages.delete(editor, apiStage.apiId, 'dev');
    expect((await kit.control.usagePlans.get(editor, id)).apiStages).toEqual([]);
    expect(kit.snapshots.at(-1)?.usagePlans).toMatchObject([{ id, apiStages: {} }]);
  });

  test('quotas show what this period used', async () => {
    const { id } = await plan({ quota: { limit: 100, period: 'MONTH' } });
    const apiKeyId = await key();
    await kit.control.usagePlans.addKey(editor, id, apiKeyId);
    const row = { usagePlanId: id, quotaOwnerId: apiKeyId };
    await kit.database.db.insert(usageDays).values([
      { ...row, apiKeyId, day: '2025-12-31', used: 50 },
      { ...row, apiKeyId, day: '2026-01-01', used: 3 },
      { ...row, apiKeyId, day: '2026-01-15', used: 4 },
    ]);
    expect(await kit.control.usagePlans.quotas(editor, id)).toEqual([
      {
        ...row,
        usagePlanName: 'Gold',
        limit: 100,
        used: 7,
        period: 'MONTH',
        resetsAt: Date.UTC(2026, 1, 1),
      },
    ]);
  });
});
