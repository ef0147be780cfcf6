import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiDeployments } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Deployment } from '@/lib/model/v2/stage';

export type ApiDeploymentRow = typeof apiDeployments.$inferSelect;

export const deploymentAt = (apiId: string, deploymentId: string) =>
  and(eq(apiDeployments.apiId, apiId), eq(apiDeployments.deploymentId, deploymentId));

/** @throws ControlError NotFoundException */
export async function findApiDeployment(
  db: Db,
  apiId: string,
  deploymentId: string,
): Promise<ApiDeploymentRow> {
  const [row] = await db.select().from(apiDeployments).where(deploymentAt(apiId, deploymentId));
  if (!row)
    throw new ControlError('NotFoundException', `Invalid Deployment identifier specified ${deploymentId}`);
  return row;
}

/** What is there is deployed: nothing that cannot be is kept. */
export const toDeployment = ({
  deploymentId,
  autoDeployed,
  description,
  createdDate,
}: Omit<ApiDeploymentRow, 'definition' | 'ordinal' | 'apiId'>): Deployment => ({
  deploymentId,
  autoDeployed,
  ...(description !== null && description !== '' && { description }),
  createdDate: createdDate.getTime(),
  deploymentStatus: 'DEPLOYED',
});
