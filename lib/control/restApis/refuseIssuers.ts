import type { Authorizer } from '@/lib/model/authorizer';
import type { FieldError } from '@/lib/model/ControlError';
import { refuseProviders } from '../authorizers/refuseProviders';
import type { ReadCall } from '../ControlContext';

/** Issuers of tokens whose keys cannot be fetched safely. User pools of elsewhere are only told of (withPoolWarnings). */
export async function refuseIssuers(
  call: ReadCall,
  authorizers: readonly Authorizer[],
): Promise<FieldError[]> {
  const wrong: FieldError[] = [];
  for (const { name, providerARNs } of authorizers) {
    const issuers = providerARNs.filter((provider) => !provider.startsWith('arn:'));
    const refused = await refuseProviders(call, issuers);
    wrong.push(...refused.map(({ message }) => ({ field: `Authorizer ${name} providerARNs`, message })));
  }
  return wrong;
}
