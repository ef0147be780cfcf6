import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiStages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ProtocolType } from '@/lib/model/v2/api';
import type { RouteSettings, Stage } from '@/lib/model/v2/stage';

export type ApiStageRow = typeof apiStages.$inferSelect;

export const apiStageAt = (apiId: string, stageName: string) =>
  and(eq(apiStages.apiId, apiId), eq(apiStages.stageName, stageName));

export async function findApiStageOrNull(
  db: Db,
  apiId: string,
  stageName: string,
): Promise<ApiStageRow | null> {
  const [row] = await db.select().from(apiStages).where(apiStageAt(apiId, stageName));
  return row ?? null;
}

/** @throws ControlError NotFoundException */
export async function findApiStage(db: Db, apiId: string, stageName: string): Promise<ApiStageRow> {
  const row = await findApiStageOrNull(db, apiId, stageName);
  if (!row) throw new ControlError('NotFoundException', 'Invalid stage identifier specified');
  return row;
}

/** What AWS answers of a stage that says nothing of its routes. */
const unsaid: Record<ProtocolType, RouteSettings> = {
  HTTP: { detailedMetricsEnabled: false },
  WEBSOCKET: { dataTraceEnabled: false, detailedMetricsEnabled: false, loggingLevel: 'OFF' },
};

export function toApiStage(
  row: ApiStageRow,
  protocolType: ProtocolType,
  tags: Record<string, string>,
): Stage {
  const { settings } = row;
  return {
    ...settings,
    stageName: row.stageName,
    ...(row.apiGatewayManaged && { apiGatewayManaged: true }),
    autoDeploy: settings.autoDeploy ?? false,
    ...(row.deploymentId !== null && { deploymentId: row.deploymentId }),
    defaultRouteSettings: { ...unsaid[protocolType], ...settings.defaultRouteSettings },
    routeSettings: settings.routeSettings ?? {},
    stageVariables: settings.stageVariables ?? {},
    createdDate: row.createdDate.getTime(),
    lastUpdatedDate: row.lastUpdatedDate.getTime(),
    ...(row.lastDeploymentStatusMessage !== null && {
      lastDeploymentStatusMessage: row.lastDeploymentStatusMessage,
    }),
    tags,
  };
}
