import { canEdit } from '@/app/console/canEdit';
import { awsEndpoint } from '@/app/console/user-pools/awsEndpoint';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/**
 * What the frame of an API's workspace needs to tell of permissions and to grant them.
 * @param stageVariables of each stage
 */
export async function readApiPermissions(
  actor: Actor,
  apiId: string,
  stageVariables: Record<string, string>[],
) {
  return {
    apiId,
    missing: await control().functions.unpermitted(actor, apiId),
    stageVariables,
    awsEndpoint: awsEndpoint(process.env.GATEHOUSE_PUBLIC_URL ?? 'http://localhost'),
    editable: canEdit(actor),
  };
}
