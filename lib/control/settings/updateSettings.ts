import { inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { settings } from '@/db/schema';
import { type SettingsUpdate, settingsUpdate } from '@/lib/model/settings';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { readSettings, SERVICE_SECRET } from '../storedSettings';
import { refuseServiceKey } from './refuseServiceKey';
import { refuseSignInPool } from './refuseSignInPool';

/** What workers are told of; a pool that signs people in concerns the console and the portal alone. */
const FOR_THE_ENGINE = [
  'throttle',
  'egressAllowList',
  'serviceEndpoints',
  'serviceAccessKeyId',
  'serviceSecretAccessKey',
] as const satisfies (keyof SettingsUpdate)[];

/** Changes the members that are given; an empty text clears what may be absent. */
export const updateSettings = write(
  { name: 'UpdateSettings', permission: 'administrator' },
  async ({ db, ports, audit, publish }, input: SettingsUpdate) => {
    const parsed = parse(settingsUpdate, input);
    const before = await readSettings(db);
    const wrong = [...refuseServiceKey(before, parsed), ...(await refuseSignInPool(db, parsed))];
    if (wrong.length > 0) throw badRequest(...wrong);
    const { serviceSecretAccessKey: secret, ...update } = parsed;
    await store(db, { ...update, ...(secret && { [SERVICE_SECRET]: ports.secrets.encrypt(secret) }) });
    if (update.serviceAccessKeyId === '') await clear(db, ['serviceAccessKeyId', SERVICE_SECRET]);
    if (update.signInUserPoolId === '') await clear(db, ['signInUserPoolId']);
    if (update.cloudwatchRoleArn === '') await clear(db, ['cloudwatchRoleArn']);
    audit('settings', { ...update, ...(secret && { serviceSecretAccessKey: 'changed' }) });
    if (FOR_THE_ENGINE.some((name) => parsed[name] !== undefined)) publish();
    return readSettings(db);
  },
);

async function store(db: Db, update: Record<string, unknown>): Promise<void> {
  const rows = Object.entries(update)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, value }));
  if (rows.length > 0)
    await db
      .insert(settings)
      .values(rows)
      .onConflictDoUpdate({ target: settings.name, set: { value: sql`excluded.value` } });
}

async function clear(db: Db, names: string[]): Promise<void> {
  await db.delete(settings).where(inArray(settings.name, names));
}
