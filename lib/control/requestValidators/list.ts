import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { readRequestValidators } from './findRequestValidator';

export const listRequestValidators = read(
  { name: 'GetRequestValidators', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    return readRequestValidators(call.db, restApiId);
  },
);
