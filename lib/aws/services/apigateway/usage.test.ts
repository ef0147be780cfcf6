import { APIGatewayClient, GetUsageCommand, UpdateUsageCommand } from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { ingest } from '@/lib/control/ingest/ingest';
import { editor } from '@/lib/control/testControl';
import { usageBatch } from '@/lib/control/usage/testing';
import type { UsagePlanInput } from '@/lib/model/usagePlan';
import { testDoor } from '../../testing/testDoor';

const DAY = 86_400_000;
const kit = testDoor();
let client: APIGatewayClient;
let today: number;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
  today = Date.now();
});
const day = (ago: number) => new Date(today - ago * DAY).toISOString().slice(0, 10);

async function planWithKeys(count: number, quota?: UsagePlanInput['quota']) {
  const plan = await kit.control.usagePlans.create(editor, { name: 'Gold', ...(quota && { quota }) });
  const keys: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await kit.control.apiKeys.create(editor, { name: `k${index}` });
    await kit.control.usagePlans.addKey(editor, plan.id, id);
    keys.push(id);
  }
  return { usagePlanId: plan.id, keys: keys.sort() };
}
const use = (usagePlanId: string, apiKeyId: string, count: number, ago: number) =>
  ingest(kit, usageBatch({ usagePlanId, apiKeyId, minute: today - ago * DAY, quotaCounted: count }));

test('each day has what was used and what was left; UpdateUsage changes the one and not the other', async () => {
  const { usagePlanId, keys } = await planWithKeys(1, { limit: 100, period: 'DAY' });
  const keyId = keys[0] ?? '';
  await use(usagePlanId, keyId, 30, 1);
  await use(usagePlanId, keyId, 7, 0);
  const dates = { startDate: day(2), endDate: day(0) };
  const read = () => client.send(new GetUsageCommand({ usagePlanId, keyId, ...dates }));
  const items = (left: number) => ({ [keyId]: [[0, 100], [30, 70], [7, left]] }); // biome-ignore format: a row a day
  expect(await read()).toMatchObject({ usagePlanId, ...dates, items: items(93) });
  const set = (value: string) =>
    client.send(
      new UpdateUsageCommand({
        usagePlanId,
        keyId,
        patchOperations: [{ op: 'replace', path: '/remaining', value }],
      }),
    );
  expect(await set('250')).toMatchObject({
    usagePlanId,
    startDate: day(0),
    endDate: day(0),
    items: { [keyId]: [[7, 250]] },
  });
  expect((await read()).items).toEqual(items(250));
  expect((await set('10')).items).toEqual({ [keyId]: [[7, 10]] });
  await use(usagePlanId, keyId, 4, 0);
  expect((await read()).items?.[keyId]?.at(-1)).toEqual([11, 6]);
  const midnight = Date.parse(day(0));
  const told = { usagePlanId, quotaOwnerId: keyId, periodStart: midnight, firstPeriodStart: midnight };
  expect(kit.grantedQuotas).toEqual([
    { ...told, granted: 157 },
    { ...told, granted: -240 },
  ]);
});

test('a month goes on counting from day to day', async () => {
  const { usagePlanId, keys } = await planWithKeys(1, { limit: 100, period: 'MONTH' });
  const keyId = keys[0] ?? '';
  for (const [date, used] of [['2026-01-30', 10], ['2026-01-31', 20], ['2026-02-02', 5]] as const) // biome-ignore format: short
    await use(usagePlanId, keyId, used, (today - Date.parse(`${date}T12:00:00Z`)) / DAY);
  const { items } = await client.send(
    new GetUsageCommand({ usagePlanId, startDate: '2026-01-31', endDate: '2026-02-02' }),
  );
  expect(items).toEqual({ [keyId]: [[20, 70], [0, 100], [5, 95]] }); // biome-ignore format: a row a day
});

test('keys come by pages', async () => {
  const { usagePlanId, keys } = await planWithKeys(3, { limit: 5, period: 'DAY' });
  const dates = { startDate: day(0), endDate: day(0) };
  const first = await client.send(new GetUsageCommand({ usagePlanId, ...dates, limit: 2 }));
  const { position } = first;
  const second = await client.send(new GetUsageCommand({ usagePlanId, ...dates, limit: 2, position }));
  expect([first, second].map(({ items = {} }) => Object.keys(items))).toEqual([
    keys.slice(0, 2),
    keys.slice(2),
  ]);
  expect(second.position).toBeUndefined();
});

test.each([
  ['a plan without a quota', undefined, '5', 'BadRequestException', / has no quota$/],
  ['less than nothing', { limit: 5, period: 'DAY' }, '-1', 'BadRequestException', /0 at least/],
  ['what is no number', { limit: 5, period: 'DAY' }, 'some', 'BadRequestException', /Invalid number/],
] as const)('refused: %s', async (_rule, quota, value, name, message) => {
  const { usagePlanId, keys } = await planWithKeys(1, quota);
  const update = new UpdateUsageCommand({
    usagePlanId,
    keyId: keys[0],
    patchOperations: [{ op: 'replace', path: '/remaining', value }],
  });
  await expect(client.send(update)).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
});

test('a day that there is not, a range that ends before it begins and a foreign key are refused', async () => {
  const { usagePlanId } = await planWithKeys(0, { limit: 5, period: 'DAY' });
  const read = (startDate: string, endDate: string, keyId?: string) =>
    client.send(new GetUsageCommand({ usagePlanId, startDate, endDate, keyId }));
  const bad = { name: 'BadRequestException' };
  await expect(read('2026-02-31x', day(0))).rejects.toMatchObject(bad);
  await expect(read(day(0), day(1))).rejects.toMatchObject(bad);
  await expect(read('1000-01-01', day(1))).rejects.toMatchObject(bad);
  await expect(read(day(0), day(0), 'nobody')).rejects.toMatchObject({ name: 'NotFoundException' });
});
