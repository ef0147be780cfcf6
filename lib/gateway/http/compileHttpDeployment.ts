import type { ApiDeploymentDocument } from '../snapshot/apiTypes';

/** An HTTP API's deployment, ready to run. Never changes; calls that began on it end on it. */
export interface CompiledHttpDeployment {
  apiId: string;
  deploymentId: string;
  /** of the document it was made from */
  fingerprint: string;
}

/**
 * Makes an HTTP API's deployment ready to run; runs once for each deployment.
 * @throws SnapshotRejected with the place and the reason
 */
export function compileHttpDeployment(
  document: ApiDeploymentDocument,
  fingerprint: string,
): CompiledHttpDeployment {
  const { apiId, deploymentId } = document;
  return { apiId, deploymentId, fingerprint };
}
