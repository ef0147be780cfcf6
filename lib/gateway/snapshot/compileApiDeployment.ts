import { type CompiledHttpDeployment, compileHttpDeployment } from '../http/compileHttpDeployment';
import {
  type CompiledWebSocketDeployment,
  compileWebSocketDeployment,
} from '../sockets/compileWebSocketDeployment';
import type { ApiDeploymentDocument } from './apiTypes';
import { fingerprintOf } from './compileDeployment';

/** A compiled deployment of either protocol. */
export type CompiledApiDeployment =
  | { protocolType: 'HTTP'; http: CompiledHttpDeployment; fingerprint: string }
  | { protocolType: 'WEBSOCKET'; webSocket: CompiledWebSocketDeployment; fingerprint: string };

/**
 * Makes a deployment of an HTTP or WebSocket API ready to run; the control plane runs it too, before it freezes one.
 * @throws SnapshotRejected with the place in the document, and the reason
 */
export function compileApiDeployment(document: ApiDeploymentDocument): CompiledApiDeployment {
  const fingerprint = fingerprintOf(document);
  if (document.protocolType === 'HTTP')
    return { protocolType: 'HTTP', http: compileHttpDeployment(document, fingerprint), fingerprint };
  const webSocket = compileWebSocketDeployment(document, fingerprint);
  return { protocolType: 'WEBSOCKET', webSocket, fingerprint };
}
