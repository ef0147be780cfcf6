import { read } from '../operation';
import { findRestApi } from './lockRestApi';
import { summarizeOne } from './summarize';

export const getRestApi = read(
  { name: 'GetRestApi', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    return summarizeOne(call.db, restApiId);
  },
);
