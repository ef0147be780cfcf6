import { eq } from 'drizzle-orm';
import { apiStages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import {
  DEFAULT_STAGE,
  type Stage,
  type StageInput,
  type StageUpdate,
  stageInput,
  stageSettings,
} from '@/lib/model/v2/stage';
import type { WriteCall } from '../ControlContext';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { putTags } from '../tags/putTags';
import { readTags } from '../tags/readTags';
import { autoDeploy } from './autoDeploy';
import { checkApiStage } from './checkApiStage';
import { type ApiRow, lockApi } from './findApi';
import { findApiDeployment } from './findApiDeployment';
import { type ApiStageRow, apiStageAt, findApiStage, toApiStage } from './findApiStage';
import { mergeMembers, tidy } from './mergeMembers';
import { stageArn } from './stageArn';

const MOST_STAGES = 10;

export const createApiStage = write(
  { name: 'CreateStage', permission: 'editor' },
  async (call, apiId: string, input: StageInput) => {
    const api = await lockApi(call, apiId);
    await insertStage(call, api, input);
    call.audit(apiId, { stageName: input.stageName });
    return answer(call, api, input.stageName);
  },
);

/** Serves what it is pointed to, or, deployed automatically, what the Api is now. */
export async function insertStage(
  call: WriteCall,
  api: ApiRow,
  input: StageInput,
  apiGatewayManaged = false,
): Promise<void> {
  const { stageName, tags, deploymentId, ...rest } = parse(stageInput, input);
  const settings = tidy(rest);
  refuseName(api, stageName);
  refuseBoth(settings, deploymentId);
  await checkApiStage(call, api, settings);
  if (deploymentId !== undefined) await findApiDeployment(call.db, api.apiId, deploymentId);
  await checkRoom(call, api);
  const dates = { createdDate: call.now, lastUpdatedDate: call.now };
  const [row] = await call.db
    .insert(apiStages)
    .values({
      apiId: api.apiId,
      stageName,
      settings,
      apiGatewayManaged,
      deploymentId: deploymentId ?? null,
      ...dates,
    })
    .onConflictDoNothing()
    .returning();
  if (!row) throw new ControlError('ConflictException', 'Stage already exists');
  await putTags(call, stageArn(call.ports.config, api.apiId, stageName), tags);
  call.publish({ deploymentIds: deploymentId === undefined ? [] : [deploymentId] });
  if (settings.autoDeploy) await autoDeploy(call, api);
}

export const updateApiStage = write(
  { name: 'UpdateStage', permission: 'editor' },
  async (call, apiId: string, stageName: string, input: StageUpdate) => {
    const api = await lockApi(call, apiId);
    const before = await findApiStage(call.db, apiId, stageName);
    const { deploymentId, ...change } = parse(stageSettings.partial(), input);
    const settings = tidy(parse(stageSettings, mergeMembers(before.settings, change)));
    refuseManaged(before, settings);
    refuseBoth(settings, deploymentId);
    await checkApiStage(call, api, settings, before.settings);
    if (deploymentId) await findApiDeployment(call.db, apiId, deploymentId);
    await changeApiStage(call, before, { settings, ...(deploymentId && { deploymentId }) });
    if (settings.autoDeploy && !before.settings.autoDeploy) await autoDeploy(call, api);
    return answer(call, api, stageName);
  },
);

/** The same of the settings of routes alone, which are then what is said here and nothing else. */
export const replaceRouteSettings = write(
  { name: 'UpdateStage', permission: 'editor' },
  async (call, apiId: string, stageName: string, input: StageUpdate) => {
    const api = await lockApi(call, apiId);
    const before = await findApiStage(call.db, apiId, stageName);
    const { defaultRouteSettings, routeSettings } = parse(stageSettings.partial(), input);
    const settings = tidy({ ...before.settings, defaultRouteSettings, routeSettings });
    await checkApiStage(call, api, settings, before.settings);
    await changeApiStage(call, before, { settings });
    return answer(call, api, stageName);
  },
);

/** Writes the members and publishes; what they name has been checked. */
export async function changeApiStage(
  call: WriteCall,
  { apiId, stageName }: ApiStageRow,
  members: Partial<Pick<ApiStageRow, 'settings' | 'deploymentId'>>,
): Promise<void> {
  const changed = { ...members, lastUpdatedDate: call.now };
  await call.db.update(apiStages).set(changed).where(apiStageAt(apiId, stageName));
  call.audit(apiId, { stageName });
  call.publish({ deploymentIds: members.deploymentId ? [members.deploymentId] : [] });
}

async function answer(call: WriteCall, { apiId, protocolType }: ApiRow, stageName: string): Promise<Stage> {
  const row = await findApiStage(call.db, apiId, stageName);
  return toApiStage(row, protocolType, await readTags(call, stageArn(call.ports.config, apiId, stageName)));
}

function refuseName({ protocolType }: ApiRow, stageName: string): void {
  if (protocolType === 'WEBSOCKET' && stageName === DEFAULT_STAGE)
    throw badRequest({ field: 'stageName', message: 'Stage name only allows a-zA-Z0-9_-' });
}

function refuseBoth(settings: ApiStageRow['settings'], deploymentId: string | undefined): void {
  if (settings.autoDeploy && deploymentId)
    throw badRequest({
      field: 'deploymentId',
      message: 'Deployment ID cannot be set on stages with AutoDeploy enabled',
    });
}

/** Quick create's stage stays automatically deployed. */
function refuseManaged(
  { apiGatewayManaged, stageName }: ApiStageRow,
  settings: ApiStageRow['settings'],
): void {
  if (apiGatewayManaged && !settings.autoDeploy)
    throw badRequest({
      field: 'autoDeploy',
      message: `Stage ${stageName} is managed by API Gateway: autoDeploy cannot be changed`,
    });
}

async function checkRoom({ db }: WriteCall, { apiId }: ApiRow): Promise<void> {
  if ((await db.$count(apiStages, eq(apiStages.apiId, apiId))) < MOST_STAGES) return;
  throw new ControlError(
    'TooManyRequestsException',
    'Maximum number of Stages for this API has been reached. Please contact AWS if you need additional Stages.',
  );
}
