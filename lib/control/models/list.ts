import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { readModels } from './modelRow';

export const listModels = read(
  { name: 'GetModels', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    return readModels(call.db, restApiId);
  },
);
