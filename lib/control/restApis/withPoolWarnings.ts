import type { ImportResult } from '@/lib/openapi';
import { refuseProviders } from '../authorizers/refuseProviders';
import type { ReadCall } from '../ControlContext';
import { addWarnings } from './addWarnings';

/** The document with a warning for each user pool that is not there: nobody has a token of it here. */
export async function withPoolWarnings(call: ReadCall, imported: ImportResult): Promise<ImportResult> {
  const named = (imported.definition.authorizers ?? []).flatMap(({ providerARNs }) => providerARNs);
  const pools = [...new Set(named)].filter((provider) => provider.startsWith('arn:'));
  const missing = new Set((await refuseProviders(call, pools)).map(({ field }) => field));
  return addWarnings(
    imported,
    pools
      .filter((_, index) => missing.has(`providerARNs.${index}`))
      .map((arn) => ({
        subject: `user pool ${arn}`,
        message: `There is no user pool ${arn}: until its authorizer names one of here, calls that it is asked for are refused.`,
      })),
  );
}
