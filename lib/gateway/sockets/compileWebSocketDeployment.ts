import type { ApiDeploymentDocument } from '../snapshot/apiTypes';

/** A WebSocket API's deployment, ready to run. Never changes. */
export interface CompiledWebSocketDeployment {
  apiId: string;
  deploymentId: string;
  /** of the document it was made from */
  fingerprint: string;
  document: ApiDeploymentDocument;
}

/**
 * Makes a WebSocket API's deployment ready to run; runs once for each deployment.
 * @throws SnapshotRejected with the place and the reason
 */
export function compileWebSocketDeployment(
  document: ApiDeploymentDocument,
  fingerprint: string,
): CompiledWebSocketDeployment {
  const { apiId, deploymentId } = document;
  return { apiId, deploymentId, fingerprint, document };
}
