import { SNAPSHOT_FORMAT, type Snapshot } from '@gatehouse/gateway/snapshot';
import { gt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { revisions, stages } from '@/db/schema';
import type { ControlPorts } from '../ports';
import { servedDeployments } from '../stages/servedDeployments';
import { readSettings } from '../storedSettings';
import { readApiKeys } from './readApiKeys';
import { readApis } from './readApis';
import { readClientCertificates } from './readClientCertificates';
import { readDeployments } from './readDeployments';
import { readDomainNames } from './readDomainNames';
import { readIdentity } from './readIdentity';
import { readServices } from './readServices';
import { readUsagePlans } from './readUsagePlans';
import { readUserPools } from './readUserPools';
import { readVpcLinks } from './readVpcLinks';
import { newestState } from './revisionState';
import { stageDocument } from './stageDocument';

/**
 * What the engine runs, from one consistent view of the database.
 * @param basis revision to tell the change from; null for everything. Only the keys and deployments that
 *   revisions after it name are read, so a change costs the same with ten keys and with a million.
 * @param keysSince the same for the keys alone: of a complete snapshot that is laid over stored keys
 */
export function readSnapshot(
  ports: ControlPorts,
  basis: number | null,
  keysSince: number | null = basis,
): Promise<Snapshot> {
  return ports.db.transaction((db) => assemble(ports, db, basis, keysSince), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

async function assemble(
  ports: ControlPorts,
  db: Db,
  basis: number | null,
  keysSince: number | null,
): Promise<Snapshot> {
  const settings = await readSettings(db);
  const { throttle, egressAllowList } = settings;
  const { accountId, region } = ports.config;
  const stageRows = await db.select().from(stages).orderBy(stages.restApiId, stages.stageName);
  const inUse = [...new Set(stageRows.flatMap(servedDeployments))];
  const touched = basis === null ? null : await touchedSince(db, basis, 'deploymentIds');
  const touchedKeys = keysSince === null ? null : [...(await touchedSince(db, keysSince, 'apiKeyIds'))];
  const apis = await readApis(db, touched);
  const certificateIds = [...stageRows, ...(apis.apiStages ?? [])].flatMap(
    ({ clientCertificateId }) => clientCertificateId ?? [],
  );
  const certificates = await readClientCertificates(db, ports.secrets, [...new Set(certificateIds)]);
  const vpcLinks = await readVpcLinks(db, ports.secrets);
  const domainNames = await readDomainNames(db);
  const userPools = await readUserPools(db, ports);
  const services = await readServices(db, ports.secrets, settings);
  const apiKeys = await readApiKeys(db, touchedKeys, new Date(ports.now()));
  const found = new Set(apiKeys.map((key) => key.id));
  return {
    format: SNAPSHOT_FORMAT,
    ...(await newestState(db)),
    basis,
    account: { accountId, region, throttle, egressAllowList },
    deployments: await readDeployments(db, touched ? inUse.filter((id) => touched.has(id)) : inUse),
    stages: stageRows.map(stageDocument),
    usagePlans: await readUsagePlans(db),
    apiKeys,
    removedApiKeyIds: (touchedKeys ?? []).filter((id) => !found.has(id)),
    ...(certificates.length > 0 && { clientCertificates: certificates }),
    ...(vpcLinks.length > 0 && { vpcLinks }),
    ...(domainNames.length > 0 && { domainNames }),
    ...(userPools.length > 0 && { userPools }),
    ...(await readIdentity(db, ports)),
    ...(services && { services }),
    ...apis,
  };
}

async function touchedSince(
  db: Db,
  revision: number,
  kind: 'apiKeyIds' | 'deploymentIds',
): Promise<Set<string>> {
  const rows = await db
    .select({ ids: revisions[kind] })
    .from(revisions)
    .where(gt(revisions.revision, revision));
  return new Set(rows.flatMap((row) => row.ids));
}
