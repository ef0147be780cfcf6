import { ControlError } from '@/lib/model/ControlError';
import { findApi } from '../apis/findApi';
import { read } from '../operation';

/** Of each worker; nobody reads more in a list. */
const MOST = 200;

export const listConnections = read(
  { name: 'ListConnections', permission: 'viewer' },
  async (call, apiId: string) => {
    await findApi(call, apiId);
    const { outcome, connections = [] } = await call.ports.askConnections({
      type: 'list',
      apiId,
      limit: MOST,
    });
    if (outcome === 'unanswered' && connections.length === 0)
      throw new ControlError('ServiceUnavailableException', 'The gateway did not answer');
    return connections.sort((one, other) => one.connectedAt - other.connectedAt);
  },
);
