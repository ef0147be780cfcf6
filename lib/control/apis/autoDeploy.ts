import { and, eq, notInArray, sql } from 'drizzle-orm';
import { apiDeployments, apiStages } from '@/db/schema';
import { isControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../ControlContext';
import type { ApiRow } from './findApi';
import { freezeApi } from './freezeApi';

const description = 'Automatic deployment triggered by changes to the Api configuration';

/**
 * What changed of the Api goes to its stages that deploy automatically, in the same transaction. What cannot be
 * deployed is told of by the stage, which goes on with what it has, as on AWS.
 */
export async function autoDeploy(call: WriteCall, api: ApiRow): Promise<void> {
  const isAutomatic = and(
    eq(apiStages.apiId, api.apiId),
    sql`(${apiStages.settings} ->> 'autoDeploy')::boolean`,
  );
  const [stage] = await call.db.select().from(apiStages).where(isAutomatic).limit(1);
  if (!stage) return;
  const deployed = await attempt(call, api);
  await call.db
    .update(apiStages)
    .set({ ...deployed, lastUpdatedDate: call.now })
    .where(isAutomatic);
  if (!deployed.deploymentId) return;
  call.publish({ deploymentIds: [deployed.deploymentId] });
  await dropUnused(call, api.apiId);
}

async function attempt(call: WriteCall, api: ApiRow) {
  try {
    const { deploymentId } = await freezeApi(call, api, { description, autoDeployed: true });
    const message = `Successfully deployed stage with deployment ID '${deploymentId}'`;
    return { deploymentId, lastDeploymentStatusMessage: message };
  } catch (error) {
    if (!isControlError(error) || error.code !== 'BadRequestException') throw error;
    return { lastDeploymentStatusMessage: `Deployment attempt failed: ${error.message}` };
  }
}

/** One comes with each change: those that no stage has any more would heap up. */
async function dropUnused({ db }: WriteCall, apiId: string): Promise<void> {
  const used = db
    .select({ id: apiStages.deploymentId })
    .from(apiStages)
    .where(and(eq(apiStages.apiId, apiId), sql`${apiStages.deploymentId} is not null`));
  await db
    .delete(apiDeployments)
    .where(
      and(
        eq(apiDeployments.apiId, apiId),
        eq(apiDeployments.autoDeployed, true),
        notInArray(apiDeployments.deploymentId, used),
      ),
    );
}
