import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deployments, stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { findStage } from '../stages/findStage';

/** What a deployment froze. @throws ControlError NotFoundException */
export async function frozenDefinition(
  db: Db,
  restApiId: string,
  deploymentId: string,
): Promise<RestApiDefinition> {
  const [row] = await db
    .select({ definition: deployments.definition })
    .from(deployments)
    .where(and(eq(deployments.id, deploymentId), eq(deployments.restApiId, restApiId)));
  if (!row) throw new ControlError('NotFoundException', 'Invalid Deployment identifier specified');
  return row.definition;
}

/** What a stage serves. @throws ControlError NotFoundException */
export async function stageDefinition(
  db: Db,
  restApiId: string,
  stageName: string,
): Promise<RestApiDefinition> {
  const [row] = await db
    .select({ definition: deployments.definition })
    .from(stages)
    .innerJoin(deployments, eq(deployments.id, stages.deploymentId))
    .where(and(eq(stages.restApiId, restApiId), eq(stages.stageName, stageName)));
  if (!row) throw new ControlError('NotFoundException', 'Invalid stage identifier specified');
  return row.definition;
}

/** What was deployed last; null when nothing was. */
export async function newestDefinition(db: Db, restApiId: string): Promise<RestApiDefinition | null> {
  const [row] = await db
    .select({ definition: deployments.definition })
    .from(deployments)
    .where(eq(deployments.restApiId, restApiId))
    .orderBy(desc(deployments.createdDate), desc(deployments.id))
    .limit(1);
  return row?.definition ?? null;
}

/** What a deployment to the stage would replace: the canary's where it has one. @throws ControlError NotFoundException */
export async function replacedDefinition(
  db: Db,
  restApiId: string,
  stageName: string,
): Promise<RestApiDefinition> {
  const { deploymentId, canarySettings } = await findStage(db, restApiId, stageName);
  return frozenDefinition(db, restApiId, canarySettings?.deploymentId ?? deploymentId);
}
