import { desc, eq } from 'drizzle-orm';
import { deployments, stages } from '@/db/schema';
import type { Deployment } from '@/lib/model/deployment';
import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';

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
      stageNames: serving.filter((stage) => stage.deploymentId === row.id).map((stage) => stage.stageName),
    }));
  },
);
