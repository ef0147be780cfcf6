import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { deployments } from '@/db/schema';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { findDeployment } from './findDeployment';

const input = z.object({ description: z.string().max(1024) });

/** Only the description changes; an empty one is none. What is frozen stays. */
export const updateDeployment = write(
  { name: 'UpdateDeployment', permission: 'editor' },
  async (call, restApiId: string, deploymentId: string, unparsed: z.input<typeof input>) => {
    const { description } = parse(input, unparsed);
    await lockRestApi(call, restApiId);
    await call.db
      .update(deployments)
      .set({ description: description || null })
      .where(and(eq(deployments.id, deploymentId), eq(deployments.restApiId, restApiId)));
    const deployment = await findDeployment(call.db, restApiId, deploymentId);
    call.audit(restApiId, { deploymentId, description });
    return deployment;
  },
);
