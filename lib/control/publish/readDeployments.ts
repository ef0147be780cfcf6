import type { DeploymentDocument } from '@gatehouse/gateway/snapshot';
import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deployments } from '@/db/schema';
import { deploymentDocument } from './deploymentDocument';

export async function readDeployments(db: Db, ids: string[]): Promise<DeploymentDocument[]> {
  if (ids.length === 0) return [];
  const rows = await db.select().from(deployments).where(inArray(deployments.id, ids));
  return rows.map((row) => deploymentDocument(row.id, row.restApiId, row.definition));
}
