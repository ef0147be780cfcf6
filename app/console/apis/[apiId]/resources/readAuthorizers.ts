import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { readPoolChoices } from '../authorizers/readAuthorizerChoices';
import type { MethodAuthorizer } from './_components/authorization/MethodAuthorizer';

/** The API's authorizers by name; pools are read only where one of them has any. */
export async function readAuthorizers(actor: Actor, restApiId: string): Promise<MethodAuthorizer[]> {
  const all = await control().authorizers.list(actor, restApiId);
  const pools = all.some(({ providerARNs }) => providerARNs.length > 0) ? await readPoolChoices(actor) : [];
  const scopesOf = (providers: readonly string[]) => [
    ...new Set(pools.filter(({ arn }) => providers.includes(arn)).flatMap(({ scopes }) => scopes)),
  ];
  return all
    .map(({ id, name, type, providerARNs }) => ({ id, name, type, scopes: scopesOf(providerARNs) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
