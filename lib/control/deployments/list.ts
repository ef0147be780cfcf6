import { desc, eq } from 'drizzle-orm';
import { deployments, stages } from '@/db/schema';
import type { Deployment } from '@/lib/model/deployment';
import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import type { StageRow } from '../stages/findStage';
import { servedDeployments } from '../stages/servedDeployments';

export const listDeployments = read(
  { name: 'GetDeployments', permission: 'viewer' },
  async (call, restApiId: string): Promise<Deployment[]> => {
    await findRestApi(call, restApiId);
    const { id, description, createdDate, createdBy } = deployments;
    const rows = await call.db
      .select({ id, description, createdDate, createdBy })
      .from(deployments)
      .where(eq(deployments.restApiId, restApiId))
      .orderBy(desc(createdDate), desc(id));
    const serving = await call.db.select().from(stages).where(eq(stages.restApiId, restApiId));
    return rows.map((row) => ({
      id: row.id,
      restApiId,
      ...(row.description !== null && { description: row.description }),
      createdDate: row.createdDate.getTime(),
      createdBy: row.createdBy,
      stageNames: namesOf(serving, (stage) => servedDeployments(stage).includes(row.id)),
      canaryStageNames: namesOf(serving, (stage) => stage.canarySettings?.deploymentId === row.id),
    }));
  },
);

const namesOf = (rows: StageRow[], chosen: (row: StageRow) => boolean) =>
  rows.filter(chosen).map(({ stageName }) => stageName);
