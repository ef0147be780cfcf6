import { and, count, eq } from 'drizzle-orm';
import { apiKeys, apps } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { newId } from '@/lib/model/ids';
import { type App, type AppInput, appInput } from '@/lib/model/portal';
import type { ReadCall } from '../ControlContext';
import { read, write } from '../operation';
import { parse } from '../parse';
import { dropKeyTags } from '../tags/dropTags';
import { lockMembership } from '../usagePlans/membership';
import { actorUserId } from '../users/actorUserId';
import { ownApp, ownedBy } from './ownership';
import { readApps } from './readApps';

/** Sign-up is open: nobody fills the database alone. */
const mostApps = 50;

export const listApps = read({ name: 'GetApps', permission: 'signedIn' }, ({ db, actor, now }) =>
  readApps(db, now, ownedBy(actor)),
);

export const getApp = read({ name: 'GetApp', permission: 'signedIn' }, (call, appId: string) =>
  readOwnApp(call, appId),
);

async function readOwnApp({ db, actor, now }: ReadCall, appId: string): Promise<App> {
  const { id } = await ownApp(db, actor, appId);
  const [app] = await readApps(db, now, and(ownedBy(actor), eq(apps.id, id)));
  if (!app) throw new ControlError('NotFoundException', 'Invalid app identifier specified');
  return app;
}

export const createApp = write(
  { name: 'CreateApp', permission: 'signedIn' },
  async (call, input: AppInput): Promise<App> => {
    const { db, actor, now, audit } = call;
    const userId = actorUserId(actor);
    const values = parse(appInput, input);
    const [made] = await db.select({ apps: count() }).from(apps).where(ownedBy(actor));
    if ((made?.apps ?? 0) >= mostApps)
      throw new ControlError('LimitExceededException', `An account has at most ${mostApps} apps`);
    const id = newId(10);
    await db.insert(apps).values({ id, userId, ...values, createdDate: now });
    audit(id, { name: values.name });
    return readOwnApp(call, id);
  },
);

export const updateApp = write(
  { name: 'UpdateApp', permission: 'signedIn' },
  async (call, appId: string, input: AppInput): Promise<App> => {
    const { db, actor, audit } = call;
    const values = parse(appInput, input);
    const { id } = await ownApp(db, actor, appId);
    await db
      .update(apps)
      .set(values)
      .where(and(ownedBy(actor), eq(apps.id, id)));
    audit(id, { name: values.name });
    return readOwnApp(call, id);
  },
);

/** With its subscriptions and keys: they stop at once. */
export const deleteApp = write(
  { name: 'DeleteApp', permission: 'signedIn' },
  async ({ db, ports, actor, audit, publish }, appId: string): Promise<void> => {
    // A key that is made at this moment is either seen here or finds its app gone.
    await lockMembership(db);
    const { id, name } = await ownApp(db, actor, appId);
    const keys = await db.select({ id: apiKeys.id }).from(apiKeys).where(eq(apiKeys.appId, id));
    await db.delete(apps).where(and(ownedBy(actor), eq(apps.id, id)));
    const apiKeyIds = keys.map((key) => key.id);
    await dropKeyTags({ db, ports }, apiKeyIds);
    audit(id, { name, apiKeys: keys.length });
    if (keys.length > 0) publish({ apiKeyIds });
  },
);
