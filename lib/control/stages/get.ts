import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { findStage, toStage } from './findStage';

export const getStage = read(
  { name: 'GetStage', permission: 'viewer' },
  async (call, restApiId: string, stageName: string) => {
    await findRestApi(call, restApiId);
    return toStage(await findStage(call.db, restApiId, stageName), call.ports.config);
  },
);
