import { firstCallLine } from '@/components/usage/firstCallLine';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';

/** A curl line that the API's first stage answers; undefined when nothing is deployed. */
export async function deployedCallLine(actor: Actor, restApiId: string): Promise<string | undefined> {
  const [stage] = await control().stages.list(actor, restApiId);
  if (!stage) return undefined;
  const { body } = await control().restApis.export(actor, {
    restApiId,
    stageName: stage.stageName,
    exportType: 'oas30',
    format: 'json',
    extensions: false,
  });
  return firstCallLine(JSON.parse(body), stage.invokeUrl, false);
}
