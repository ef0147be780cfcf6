import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';
import { readAuthorizers } from './authorizerRow';

export const listAuthorizers = read(
  { name: 'GetAuthorizers', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    return readAuthorizers(call.db, restApiId);
  },
);
