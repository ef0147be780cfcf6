import { sql } from 'drizzle-orm';
import { settings } from '@/db/schema';
import { type SettingsUpdate, settingsUpdate } from '@/lib/model/settings';
import { write } from '../operation';
import { parse } from '../parse';
import { readSettings } from '../storedSettings';

/** Changes the members that are given; the account's throttle and the egress list reach the engine. */
export const updateSettings = write(
  { name: 'UpdateSettings', permission: 'administrator' },
  async ({ db, audit, publish }, input: SettingsUpdate) => {
    const update = parse(settingsUpdate, input);
    const rows = Object.entries(update).map(([name, value]) => ({ name, value: value as unknown }));
    if (rows.length > 0)
      await db
        .insert(settings)
        .values(rows)
        .onConflictDoUpdate({ target: settings.name, set: { value: sql`excluded.value` } });
    audit('settings', update);
    if (update.throttle || update.egressAllowList) publish();
    return readSettings(db);
  },
);
