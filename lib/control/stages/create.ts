import { z } from 'zod';
import { stages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { stageName, stageVariables } from '@/lib/model/stage';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { checkDeployment, toStage } from './findStage';

const input = z.object({
  stageName,
  deploymentId: z.string(),
  description: z.string().max(1024).optional(),
  variables: stageVariables.default({}),
});

export const createStage = write(
  { name: 'CreateStage', permission: 'editor' },
  async (call, restApiId: string, unparsed: z.input<typeof input>) => {
    const members = parse(input, unparsed);
    await lockRestApi(call, restApiId);
    await checkDeployment(call.db, restApiId, members.deploymentId);
    const dates = { createdDate: call.now, lastUpdatedDate: call.now };
    const [row] = await call.db
      .insert(stages)
      .values({ restApiId, ...members, methodSettings: {}, ...dates })
      .onConflictDoNothing()
      .returning();
    if (!row)
      throw new ControlError('ConflictException', 'Stage already exists', [
        { field: 'stageName', message: 'Stage already exists' },
      ]);
    call.audit(restApiId, { stageName: row.stageName, deploymentId: row.deploymentId });
    call.publish({ deploymentIds: [row.deploymentId] });
    return toStage(row, call.ports.config);
  },
);
