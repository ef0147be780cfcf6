import { findApi } from '../apis/findApi';
import { write } from '../operation';
import { tellConnection } from './tellConnection';

export const disconnectConnection = write(
  { name: 'DeleteConnection', permission: 'editor' },
  async (call, apiId: string, connectionId: string) => {
    await findApi(call, apiId);
    call.audit(apiId, { connectionId });
    tellConnection(call, { type: 'delete', connectionId, apiId });
  },
);
