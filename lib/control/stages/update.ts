import { stages } from '@/db/schema';
import { type StageUpdate, stageUpdate } from '@/lib/model/stage';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { checkDeployment, findStage, stageAt, toStage } from './findStage';

/** Changes the members that are given; live at once. Rolling back is another deploymentId. */
export const updateStage = write(
  { name: 'UpdateStage', permission: 'editor' },
  async (call, restApiId: string, stageName: string, unparsed: StageUpdate) => {
    const members = parse(stageUpdate, unparsed);
    await lockRestApi(call, restApiId);
    const before = await findStage(call.db, restApiId, stageName);
    const { deploymentId = before.deploymentId } = members;
    await checkDeployment(call.db, restApiId, deploymentId);
    const next = { ...members, deploymentId, lastUpdatedDate: call.now };
    const [row = before] = await call.db
      .update(stages)
      .set(next)
      .where(stageAt(restApiId, stageName))
      .returning();
    call.audit(restApiId, { stageName, ...members });
    call.publish(deploymentId === before.deploymentId ? {} : { deploymentIds: [deploymentId] });
    return toStage(row, call.ports.config);
  },
);
