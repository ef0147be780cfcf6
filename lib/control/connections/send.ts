import { type ConnectionMessage, connectionMessage } from '@/lib/model/v2/connection';
import { findApi } from '../apis/findApi';
import { write } from '../operation';
import { parse } from '../parse';
import { tellConnection } from './tellConnection';

/** The audit row tells how much was sent, never what. */
export const sendToConnection = write(
  { name: 'PostToConnection', permission: 'editor' },
  async (call, apiId: string, connectionId: string, input: ConnectionMessage) => {
    const { data } = parse(connectionMessage, input);
    await findApi(call, apiId);
    const bytes = Buffer.from(data);
    call.audit(apiId, { connectionId, bytes: bytes.length });
    const message = { data: bytes.toString('base64'), isBinary: false };
    tellConnection(call, { type: 'post', connectionId, apiId, ...message });
  },
);
