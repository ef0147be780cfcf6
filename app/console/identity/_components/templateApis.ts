import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import type { TemplateApi } from './PolicyForm';

/** The APIs that statements can be about. */
export async function templateApis(actor: Actor): Promise<TemplateApi[]> {
  const apis = await control().restApis.list(actor);
  return apis.map(({ id, name, stageNames }) => ({ id, name, stageNames }));
}
