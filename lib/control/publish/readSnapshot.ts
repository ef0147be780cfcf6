import { SNAPSHOT_FORMAT, type Snapshot } from '@gatehouse/gateway/snapshot';
import { gt, max } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { revisions, stages } from '@/db/schema';
import type { ControlPorts } from '../ports';
import { readSettings } from '../storedSettings';
import { readApiKeys } from './readApiKeys';
import { readDeployments } from './readDeployments';
import { readUsagePlans } from './readUsagePlans';
import { stageDocument } from './stageDocument';

/**
 * What the engine runs, from one consistent view of the database.
 * @param basis revision to tell the change from; null for everything. Only the keys and deployments that
 *   revisions after it name are read, so a change costs the same with ten keys and with a million.
 */
export function readSnapshot(ports: ControlPorts, basis: number | null): Promise<Snapshot> {
  return ports.db.transaction((db) => assemble(ports, db, basis), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

async function assemble(ports: ControlPorts, db: Db, basis: number | null): Promise<Snapshot> {
  const { throttle, egressAllowList } = await readSettings(db);
  const { accountId, region } = ports.config;
  const touched = basis === null ? null : await touchedSince(db, basis);
  const stageRows = await db.select().from(stages).orderBy(stages.restApiId, stages.stageName);
  const inUse = [...new Set(stageRows.map((row) => row.deploymentId))];
  const changed = touched ? inUse.filter((id) => touched.deploymentIds.has(id)) : inUse;
  const apiKeys = await readApiKeys(db, touched ? [...touched.apiKeyIds] : null, new Date(ports.now()));
  const found = new Set(apiKeys.map((key) => key.id));
  return {
    format: SNAPSHOT_FORMAT,
    revision: await newestRevision(db),
    basis,
    account: { accountId, region, throttle, egressAllowList },
    deployments: await readDeployments(db, changed),
    stages: stageRows.map(stageDocument),
    usagePlans: await readUsagePlans(db),
    apiKeys,
    removedApiKeyIds: touched ? [...touched.apiKeyIds].filter((id) => !found.has(id)) : [],
  };
}

export async function newestRevision(db: Db): Promise<number> {
  const [row] = await db.select({ revision: max(revisions.revision) }).from(revisions);
  return row?.revision ?? 0;
}

async function touchedSince(db: Db, basis: number) {
  const rows = await db.select().from(revisions).where(gt(revisions.revision, basis));
  return {
    apiKeyIds: new Set(rows.flatMap((row) => row.apiKeyIds)),
    deploymentIds: new Set(rows.flatMap((row) => row.deploymentIds)),
  };
}
