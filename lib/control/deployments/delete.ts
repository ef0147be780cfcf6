import { and, eq, or, sql } from 'drizzle-orm';
import { deployments, stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { lockRestApi } from '../restApis/lockRestApi';

export const deleteDeployment = write(
  { name: 'DeleteDeployment', permission: 'editor' },
  async (call, restApiId: string, deploymentId: string) => {
    await lockRestApi(call, restApiId);
    const inCanary = sql`${stages.canarySettings} ->> 'deploymentId' = ${deploymentId}`;
    const [stage] = await call.db
      .select()
      .from(stages)
      .where(and(eq(stages.restApiId, restApiId), or(eq(stages.deploymentId, deploymentId), inCanary)))
      .limit(1);
    if (stage)
      throw new ControlError(
        'BadRequestException',
        'Active stages pointing to this deployment must be moved or deleted',
      );
    const gone = await call.db
      .delete(deployments)
      .where(and(eq(deployments.id, deploymentId), eq(deployments.restApiId, restApiId)))
      .returning({ id: deployments.id });
    if (gone.length === 0)
      throw new ControlError('NotFoundException', 'Invalid Deployment identifier specified');
    call.audit(restApiId, { deploymentId });
  },
);
