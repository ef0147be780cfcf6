import {
  type ApiDeploymentDocument,
  checkApiDeployment,
  compileApiDeployment,
} from '@gatehouse/gateway/snapshot';
import type { ApiDefinition } from '@/lib/model/v2/definition';
import { apiDeploymentDocument } from '../publish/apiDeploymentDocument';
import { fault } from './refuse';

/**
 * That the engine would run it: what it would not is never published.
 * @throws ControlError BadRequestException naming the route, integration or authorizer
 */
export function checkCompiles(deploymentId: string, apiId: string, definition: ApiDefinition): void {
  const document = apiDeploymentDocument(deploymentId, apiId, definition);
  try {
    checkApiDeployment(document);
    compileApiDeployment(document);
  } catch (error) {
    if (!isRejection(error)) throw error;
    const field = subjectOf(error.path, document);
    throw fault(field, `${field}: ${error.reason}`);
  }
}

/** `routes[2].authorizerId` -> `Route GET /pets authorizerId` */
function subjectOf(path: string, document: ApiDeploymentDocument): string {
  const [whole, kind, index = '', member = ''] =
    /^(routes|integrations|authorizers|models)\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const at = Number(index);
  const names: Record<string, string | undefined> = {
    routes: `Route ${document.routes[at]?.routeKey}`,
    integrations: `Integration ${document.integrations[at]?.integrationId}`,
    authorizers: `Authorizer ${document.authorizers[at]?.name}`,
    models: `Model ${document.models[at]?.name}`,
  };
  if (whole === undefined || kind === undefined) return path;
  return [names[kind], member].filter(Boolean).join(' ');
}

function isRejection(error: unknown): error is Error & { path: string; reason: string } {
  return error instanceof Error && 'code' in error && error.code === 'SnapshotRejected' && 'reason' in error;
}
