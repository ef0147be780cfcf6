import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { apiKeys, apps, portalProducts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type UsageRange, type UsageRow, usageRange } from '@/lib/model/usage';
import type { ReadCall } from '../ControlContext';
import { read } from '../operation';
import { parse } from '../parse';
import { readQuotas } from '../usage/readQuotas';
import { readByDay, readByProduct, readConsumers } from '../usage/readRankings';
import { readReport } from '../usage/readReport';
import { usageWindow } from '../usage/usageWindow';
import { ownApp, ownedBy } from './ownership';

const portalQuery = z.object({
  range: usageRange,
  appId: z.string().optional(),
  apiKeyId: z.string().optional(),
  restApiId: z.string().optional(),
});
type PortalQuery = { range: UsageRange; appId?: string; apiKeyId?: string; restApiId?: string };

/** What the developer's own keys did; revoked ones count on. */
export const portalUsage = read(
  { name: 'GetOwnUsage', permission: 'signedIn' },
  async (call, query: PortalQuery) => {
    const { range, restApiId, ...wanted } = parse(portalQuery, query);
    const keys = await ownKeys(call, wanted);
    const apiKeyIds = keys.map((key) => key.id);
    const quotaOwnerIds = [...new Set(keys.filter((key) => key.living).map((key) => key.appId))];
    const window = usageWindow(range, call.now.getTime());
    const filter = { apiKeyIds, restApiId };
    return {
      report: await readReport(call.db, window, filter),
      byApi: await named(call.db, await readByProduct(call.db, window, filter)),
      byKey: await readConsumers(call.db, window, filter),
      byDay: await readByDay(call.db, window, filter),
      quotas: await readQuotas(call.db, call.now, { quotaOwnerIds }),
    };
  },
);

async function ownKeys(
  { db, actor, now }: ReadCall,
  { appId, apiKeyId }: { appId?: string; apiKeyId?: string },
): Promise<{ id: string; appId: string; living: boolean }[]> {
  if (appId !== undefined) await ownApp(db, actor, appId);
  const rows = await db
    .select({ id: apiKeys.id, appId: apps.id, expiresAt: apiKeys.expiresAt })
    .from(apiKeys)
    .innerJoin(apps, eq(apps.id, apiKeys.appId))
    .where(
      and(
        ownedBy(actor),
        appId === undefined ? undefined : eq(apps.id, appId),
        apiKeyId === undefined ? undefined : eq(apiKeys.id, apiKeyId),
      ),
    );
  if (apiKeyId !== undefined && rows.length === 0)
    throw new ControlError('NotFoundException', 'Invalid API Key identifier specified');
  return rows.map(({ id, appId, expiresAt }) => ({
    id,
    appId,
    living: expiresAt === null || expiresAt > now,
  }));
}

/** The catalogue's names instead of the console's: an API's own name is not for developers. */
async function named(db: Db, rows: UsageRow[]): Promise<UsageRow[]> {
  const products = await db.select().from(portalProducts).where(eq(portalProducts.published, true));
  const names = new Map(
    products.map(({ restApiId, apiId, stageName, displayName }) => [
      `${restApiId ?? apiId}/${stageName}`,
      displayName,
    ]),
  );
  return rows.map((row) => ({ ...row, label: names.get(row.key) ?? row.key }));
}
