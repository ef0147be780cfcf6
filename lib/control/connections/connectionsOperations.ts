import type { ControlContext } from '../ControlContext';
import type { ConnectionsControl } from './ConnectionsControl';
import { disconnectConnection } from './disconnect';
import { listConnections } from './list';
import { sendToConnection } from './send';

export function connectionsOperations(context: ControlContext): ConnectionsControl {
  return {
    list: listConnections(context),
    send: sendToConnection(context),
    disconnect: disconnectConnection(context),
  };
}
