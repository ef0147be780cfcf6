import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { apiDeployments, apiStages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ApiDefinition } from '@/lib/model/v2/definition';
import { diffApiDefinitions } from '@/lib/model/v2/diffApiDefinitions';
import type { ControlContext, WriteCall } from '../ControlContext';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import type { ApisControl } from './ApisControl';
import { findApi, lockApi } from './findApi';
import { deploymentAt, findApiDeployment, toDeployment } from './findApiDeployment';
import { findApiStage } from './findApiStage';
import { freezeApi } from './freezeApi';
import { readApiDefinition } from './readApiDefinition';

export function deploymentsOperations(context: ControlContext): ApisControl['deployments'] {
  return {
    list: listDeployments(context),
    get: getDeployment(context),
    create: createDeployment(context),
    update: updateDeployment(context),
    delete: deleteDeployment(context),
    compare: compareDeployments(context),
  };
}

const input = z.object({ description: z.string().max(1024).optional(), stageName: z.string().optional() });

/** Newest first. */
const listDeployments = read(
  { name: 'GetDeployments', permission: 'viewer' },
  async (call, apiId: string) => {
    await findApi(call, apiId);
    const { deploymentId, description, autoDeployed, createdDate } = apiDeployments;
    const rows = await call.db
      .select({ deploymentId, description, autoDeployed, createdDate })
      .from(apiDeployments)
      .where(eq(apiDeployments.apiId, apiId))
      .orderBy(desc(apiDeployments.ordinal));
    return rows.map(toDeployment);
  },
);

const getDeployment = read(
  { name: 'GetDeployment', permission: 'viewer' },
  async (call, apiId: string, deploymentId: string) => {
    await findApi(call, apiId);
    return toDeployment(await findApiDeployment(call.db, apiId, deploymentId));
  },
);

/** What `to` has that `from` has not. Both are deployment ids, or `current` for what is not deployed yet. */
const compareDeployments = read(
  { name: 'GetDeployment', permission: 'viewer' },
  async (call, apiId: string, from: string, to: string) => {
    const api = await findApi(call, apiId);
    const side = async (which: string): Promise<ApiDefinition> =>
      which === 'current'
        ? readApiDefinition(call.db, api)
        : (await findApiDeployment(call.db, apiId, which)).definition;
    return diffApiDefinitions(await side(from), await side(to));
  },
);

const createDeployment = write(
  { name: 'CreateDeployment', permission: 'editor' },
  async (call, apiId: string, unparsed: z.input<typeof input>) => {
    const { description = null, stageName } = parse(input, unparsed);
    const api = await lockApi(call, apiId);
    if (stageName !== undefined) await refuseAutomatic(call, apiId, stageName);
    const row = await freezeApi(call, api, { description, autoDeployed: false });
    const { deploymentId } = row;
    if (stageName !== undefined) {
      const at = and(eq(apiStages.apiId, apiId), eq(apiStages.stageName, stageName));
      await call.db.update(apiStages).set({ deploymentId, lastUpdatedDate: call.now }).where(at);
      call.publish({ deploymentIds: [deploymentId] });
    }
    call.audit(apiId, { deploymentId, ...(stageName !== undefined && { stageName }) });
    return toDeployment(row);
  },
);

async function refuseAutomatic({ db }: WriteCall, apiId: string, stageName: string): Promise<void> {
  const { settings } = await findApiStage(db, apiId, stageName);
  if (settings.autoDeploy)
    throw badRequest({
      field: 'stageName',
      message: `Cannot deploy to stage ${stageName}: auto-deploy is enabled for it`,
    });
}

const updateDeployment = write(
  { name: 'UpdateDeployment', permission: 'editor' },
  async (call, apiId: string, deploymentId: string, unparsed: { description?: string }) => {
    const { description } = parse(input, unparsed);
    await lockApi(call, apiId);
    const row = await findApiDeployment(call.db, apiId, deploymentId);
    call.audit(apiId, { deploymentId });
    if (description === undefined) return toDeployment(row);
    await call.db.update(apiDeployments).set({ description }).where(deploymentAt(apiId, deploymentId));
    return toDeployment({ ...row, description });
  },
);

const deleteDeployment = write(
  { name: 'DeleteDeployment', permission: 'editor' },
  async (call, apiId: string, deploymentId: string) => {
    await lockApi(call, apiId);
    await findApiDeployment(call.db, apiId, deploymentId);
    if ((await call.db.$count(apiStages, eq(apiStages.deploymentId, deploymentId))) > 0)
      throw new ControlError(
        'BadRequestException',
        'Active stages pointing to this deployment must be moved or deleted',
      );
    await call.db.delete(apiDeployments).where(deploymentAt(apiId, deploymentId));
    call.audit(apiId, { deploymentId, deleted: true });
  },
);
