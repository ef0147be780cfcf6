import type {
  ApiDeploymentDocument,
  ApiDocument,
  ApiStageDocument,
  Snapshot,
} from '@gatehouse/gateway/snapshot';
import { inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiDeployments, apiStages, apis } from '@/db/schema';
import type { ApiRow } from '../apis/findApi';
import type { ApiStageRow } from '../apis/findApiStage';
import { accessLogDocument } from './accessLogDocument';
import { apiDeploymentDocument } from './apiDeploymentDocument';
import { socketExecutionLog } from './executionLogDocument';

/**
 * HTTP and WebSocket APIs as the engine runs them; members that would be empty are absent.
 * @param touched deployments that changed; null for all that stages serve
 */
export async function readApis(
  db: Db,
  touched: Set<string> | null,
): Promise<Pick<Snapshot, 'apis' | 'apiStages' | 'apiDeployments'>> {
  const apiRows = await db.select().from(apis).orderBy(apis.apiId);
  if (apiRows.length === 0) return {};
  const stageRows = await db.select().from(apiStages).orderBy(apiStages.apiId, apiStages.stageName);
  const inUse = new Set(stageRows.flatMap(({ deploymentId }) => deploymentId ?? []));
  const wanted = [...inUse].filter((id) => touched === null || touched.has(id));
  const deployments = await readApiDeployments(db, wanted);
  return {
    apis: apiRows.map(apiDocument),
    ...(stageRows.length > 0 && { apiStages: stageRows.map(apiStageDocument) }),
    ...(deployments.length > 0 && { apiDeployments: deployments }),
  };
}

async function readApiDeployments(db: Db, ids: string[]): Promise<ApiDeploymentDocument[]> {
  if (ids.length === 0) return [];
  const rows = await db.select().from(apiDeployments).where(inArray(apiDeployments.deploymentId, ids));
  return rows.map((row) => apiDeploymentDocument(row.deploymentId, row.apiId, row.definition));
}

function apiDocument({ apiId, protocolType, settings }: ApiRow): ApiDocument {
  const { name, corsConfiguration, disableExecuteApiEndpoint } = settings;
  return {
    apiId,
    protocolType,
    name,
    ...(corsConfiguration && { corsConfiguration }),
    ...(disableExecuteApiEndpoint && { disableExecuteApiEndpoint }),
  };
}

function apiStageDocument(row: ApiStageRow): ApiStageDocument {
  const { apiId, stageName, deploymentId, settings } = row;
  const { stageVariables = {}, defaultRouteSettings, routeSettings, clientCertificateId } = settings;
  return {
    apiId,
    stageName,
    ...(deploymentId !== null && { deploymentId }),
    stageVariables,
    ...(defaultRouteSettings && { defaultRouteSettings }),
    ...(routeSettings && { routeSettings }),
    ...(clientCertificateId !== undefined && { clientCertificateId }),
    ...accessLogDocument(settings.accessLogSettings),
    ...socketExecutionLog(row),
  };
}
