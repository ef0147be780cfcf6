import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deployments, stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Deployment } from '@/lib/model/deployment';
import type { StageRow } from '../stages/findStage';
import { servedDeployments } from '../stages/servedDeployments';

/** An API's deployments, newest first; what they froze stays in the database. */
export async function readDeployments(db: Db, restApiId: string): Promise<Deployment[]> {
  const { id, description, createdDate, createdBy } = deployments;
  const rows = await db
    .select({ id, description, createdDate, createdBy })
    .from(deployments)
    .where(eq(deployments.restApiId, restApiId))
    .orderBy(desc(createdDate), desc(id));
  const serving = await db.select().from(stages).where(eq(stages.restApiId, restApiId));
  return rows.map((row) => ({
    id: row.id,
    restApiId,
    ...(row.description !== null && { description: row.description }),
    createdDate: row.createdDate.getTime(),
    createdBy: row.createdBy,
    stageNames: namesOf(serving, (stage) => servedDeployments(stage).includes(row.id)),
    canaryStageNames: namesOf(serving, (stage) => stage.canarySettings?.deploymentId === row.id),
  }));
}

/** @throws ControlError NotFoundException */
export async function findDeployment(db: Db, restApiId: string, deploymentId: string): Promise<Deployment> {
  const deployment = (await readDeployments(db, restApiId)).find(({ id }) => id === deploymentId);
  if (deployment) return deployment;
  throw new ControlError('NotFoundException', 'Invalid Deployment identifier specified');
}

const namesOf = (rows: StageRow[], chosen: (row: StageRow) => boolean) =>
  rows.filter(chosen).map(({ stageName }) => stageName);
