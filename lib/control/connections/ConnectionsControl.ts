import type { Actor } from '@/lib/model/role';
import type { ConnectionMessage, LiveConnection } from '@/lib/model/v2/connection';

/** Open connections of WebSocket APIs, on whichever worker they are. */
export interface ConnectionsControl {
  /** at most 200 of a worker's, those that are open longest */
  list(actor: Actor, apiId: string): Promise<LiveConnection[]>;
  /** Sends one text message. @throws ControlError NotFoundException when the client is gone */
  send(actor: Actor, apiId: string, connectionId: string, input: ConnectionMessage): Promise<void>;
  /** Closes with 1000. @throws ControlError NotFoundException when the client is gone */
  disconnect(actor: Actor, apiId: string, connectionId: string): Promise<void>;
}
