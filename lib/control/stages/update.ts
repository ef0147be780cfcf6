import { type StageUpdate, stageUpdate } from '@/lib/model/stage';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { changeStage } from './changeStage';
import { checkReferences } from './checkReferences';
import { findStage, toStage } from './findStage';

/** Changes the members that are given; live at once. Rolling back is another deploymentId. */
export const updateStage = write(
  { name: 'UpdateStage', permission: 'editor' },
  async (call, restApiId: string, stageName: string, unparsed: StageUpdate) => {
    const members = parse(stageUpdate, unparsed);
    await lockRestApi(call, restApiId);
    const before = await findStage(call.db, restApiId, stageName);
    await checkReferences(call.db, restApiId, members);
    const row = await changeStage(call, before, members);
    call.audit(restApiId, { stageName, ...members });
    return toStage(row, call.ports.config);
  },
);
