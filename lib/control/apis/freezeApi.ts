import { apiDeployments } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ApiDefinition } from '@/lib/model/v2/definition';
import type { WriteCall } from '../ControlContext';
import { freshId } from '../freshIds';
import { checkCompiles } from './checkCompiles';
import type { ApiRow } from './findApi';
import type { ApiDeploymentRow } from './findApiDeployment';
import { readApiDefinition } from './readApiDefinition';

/**
 * Makes a deployment of what the Api is now.
 * @throws ControlError BadRequestException for what cannot be deployed
 */
export async function freezeApi(
  call: WriteCall,
  api: ApiRow,
  members: { description: string | null; autoDeployed: boolean },
): Promise<ApiDeploymentRow> {
  const definition = await readApiDefinition(call.db, api);
  if (definition.routes.length === 0) throw routeless(definition);
  const deploymentId = await freshId(call.db, apiDeployments, apiDeployments.deploymentId, 6);
  checkCompiles(deploymentId, api.apiId, definition);
  const [row] = await call.db
    .insert(apiDeployments)
    .values({ deploymentId, apiId: api.apiId, ...members, createdDate: call.now, definition })
    .returning();
  if (!row) throw new Error('The deployment was not written');
  return row;
}

function routeless({ protocolType }: ApiDefinition): ControlError {
  const message =
    protocolType === 'HTTP'
      ? 'Unable to deploy API because no routes exist in this API'
      : 'At least one route is required before deploying the Api.';
  return new ControlError('BadRequestException', message);
}
