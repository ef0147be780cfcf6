import { functionChoices } from '@/components/console/functionChoices';
import type { BackendChoices } from '@/components/console/v2/HttpIntegrationFields';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/** What an integration may lead to on this machine. */
export async function readBackendChoices(actor: Actor): Promise<BackendChoices> {
  const [functions, vpcLinks] = await Promise.all([
    control().functions.list(actor),
    control().vpcLinks.list(actor),
  ]);
  return {
    functions: functionChoices(functions),
    vpcLinks: vpcLinks.map(({ id, name }) => ({ id, name })),
  };
}
