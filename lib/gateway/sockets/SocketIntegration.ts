import type { Integration, IntegrationAnswer, IntegrationRequest } from '../integrations/Integration';
import type { Exchange } from '../mapping/Exchange';
import type { SocketCall } from './SocketCall';

/** What goes to the client. */
export interface Frame {
  data: Buffer;
  isBinary: boolean;
}

/** A route's integration, ready to run. */
export interface SocketIntegration {
  /** the call of the backend and the way to it are those of every API kind */
  readonly backend: Integration;
  /** @throws GatewayError */
  mapRequest(call: SocketCall, exchange: Exchange): IntegrationRequest;
  /** The frame of a route with a route response. @throws GatewayError where no integration response fits */
  frameOf(call: SocketCall, exchange: Exchange, answer: WholeAnswer): Frame;
  /** the subprotocol that `$connect` chose */
  protocolOf(call: SocketCall, exchange: Exchange, answer: WholeAnswer): string | undefined;
}

export interface WholeAnswer extends IntegrationAnswer {
  body: Buffer;
}
