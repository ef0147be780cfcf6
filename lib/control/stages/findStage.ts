import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Stage } from '@/lib/model/stage';
import type { ControlConfig } from '../ports';

export type StageRow = typeof stages.$inferSelect;

export const stageAt = (restApiId: string, stageName: string) =>
  and(eq(stages.restApiId, restApiId), eq(stages.stageName, stageName));

/** @throws ControlError NotFoundException */
export async function findStage(db: Db, restApiId: string, stageName: string): Promise<StageRow> {
  const row = await findStageOrNull(db, restApiId, stageName);
  if (!row) throw new ControlError('NotFoundException', 'Invalid stage identifier specified');
  return row;
}

export async function findStageOrNull(
  db: Db,
  restApiId: string,
  stageName: string,
): Promise<StageRow | null> {
  const [row] = await db.select().from(stages).where(stageAt(restApiId, stageName));
  return row ?? null;
}

export function toStage(row: StageRow, { gatewayUrl }: ControlConfig): Stage {
  return {
    restApiId: row.restApiId,
    stageName: row.stageName,
    deploymentId: row.deploymentId,
    ...(row.description !== null && { description: row.description }),
    variables: row.variables,
    methodSettings: row.methodSettings,
    cacheClusterEnabled: row.cacheClusterEnabled,
    ...(row.cacheClusterSize !== null && { cacheClusterSize: row.cacheClusterSize }),
    ...(row.canarySettings && { canarySettings: row.canarySettings }),
    ...(row.clientCertificateId !== null && { clientCertificateId: row.clientCertificateId }),
    ...(row.documentationVersion !== null && { documentationVersion: row.documentationVersion }),
    ...(row.accessLogSettings && { accessLogSettings: row.accessLogSettings }),
    tracingEnabled: row.tracingEnabled,
    ...(row.maximumTimeoutInMillis !== null && { maximumTimeoutInMillis: row.maximumTimeoutInMillis }),
    invokeUrl: stageUrl(gatewayUrl, row.restApiId, row.stageName),
    createdDate: row.createdDate.getTime(),
    lastUpdatedDate: row.lastUpdatedDate.getTime(),
  };
}

/** Host style on localhost, whose subdomains every browser and curl resolve; path style elsewhere (design.md 2). */
export function stageUrl(gatewayUrl: string, restApiId: string, stageName: string): string {
  const url = new URL(gatewayUrl);
  if (url.hostname !== 'localhost') return `${url.origin}/_aws/execute-api/${restApiId}/${stageName}`;
  url.hostname = `${restApiId}.execute-api.localhost`;
  return `${url.origin}/${stageName}`;
}
