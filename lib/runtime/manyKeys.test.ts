import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDb } from '@/db/client';
import { masterKey } from './masterKey';
import { lookupHash } from './secrets';
import { type Installation, operator } from './testing/Installation';
import { installations } from './testing/installations';
import { call } from './testing/Load';
import { mockApi } from './testing/mockApi';
import { until } from './testing/until';

const install = installations();
/** More than travel in a snapshot itself. */
const COUNT = 12_000;

/** Keys `many-0`, `many-1`, … by SQL, in the plan. Nothing may run on the data directory. */
async function insertKeys({ dataDir }: Installation, usagePlanId: string): Promise<void> {
  const hash = lookupHash(masterKey({ dataDir }));
  const values = Array.from({ length: COUNT }, (_, n) => ({ id: `many${n}`, hash: hash(`many-${n}`) }));
  const { db, close } = await openDb(join(dataDir, 'database'));
  const rows = sql`jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as k(id text, hash text)`;
  await db.execute(sql`
    insert into api_keys (id, name, enabled, value_hash, value_sealed, hint, created_date, last_updated_date)
    select id, id, true, hash, '', '', now(), now() from ${rows}`);
  await db.execute(sql`
    insert into usage_plan_keys (usage_plan_id, api_key_id) select ${usagePlanId}, id from ${rows}`);
  await close();
}

test('12,000 keys: served from a file, changed one by one, and not sent to who has them', async () => {
  const installation = await install({ GATEHOUSE_SAMPLE: 'off' });
  await installation.start();
  const api = await mockApi(installation, { apiKeyRequired: true });
  await api.deploy(1);
  const apiStages = [{ apiId: api.restApiId, stage: api.stageName }];
  const plan = await installation.control('usagePlans').create(operator, { name: 'Many', apiStages });
  expect(await installation.stop()).toBe(0);
  await insertKeys(installation, plan.id);
  // As when another installation's data directory is used: nothing of the disk's snapshot is of this database.
  const path = join(installation.dataDir, 'snapshot.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"revisedAt":\d+/, '"revisedAt":1'));

  /** Every worker answers the same; new connections, so that both are asked. */
  const status = async (...values: string[]) => {
    const asked = values.flatMap((value) => Array.from({ length: 6 }, () => value));
    const answers = await Promise.all(asked.map((value) => call(api.url, false, { 'x-api-key': value })));
    return values.map((_, n) =>
      [...new Set(answers.slice(n * 6, n * 6 + 6).map((answer) => answer.status))].join(),
    );
  };
  const keyFiles = () => readdirSync(installation.dataDir).filter((name) => name.startsWith('keys.'));
  await installation.start();
  await installation.healthy();
  expect(await status('many-0', `many-${COUNT - 1}`, 'many-x')).toEqual(['200', '200', '403']);

  const keys = installation.control('apiKeys');
  await keys.delete(operator, 'many7');
  await keys.update(operator, 'many8', { enabled: false });
  expect(await status('many-6', 'many-7', 'many-8')).toEqual(['200', '403', '403']);
  await until('the changes on disk', () =>
    installation.snapshotOnDisk()?.apiKeys.some(({ id }) => id === 'many8'),
  );

  const files = keyFiles();
  await installation.killAll();
  await installation.start({ wait: false });
  await until('an answer', async () => (await status('many-6'))[0] === '200');
  expect(await status('many-7', 'many-8')).toEqual(['403', '403']);
  await installation.healthy();
  await keys.update(operator, 'many8', { enabled: true });
  expect(await status('many-8')).toEqual(['200']);
  // The keys were neither read from the database again nor stored again.
  expect(keyFiles()).toEqual(files);
});
