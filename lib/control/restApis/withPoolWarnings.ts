import { userPools } from '@/db/schema';
import type { ImportResult } from '@/lib/openapi';
import type { ReadCall } from '../ControlContext';
import { arnOf } from '../userPools/findUserPool';
import { addWarnings } from './addWarnings';

/** The document with a warning for each user pool that is not there: nobody has a token of it here. */
export async function withPoolWarnings(call: ReadCall, imported: ImportResult): Promise<ImportResult> {
  const named = (imported.definition.authorizers ?? []).flatMap(({ providerARNs }) => providerARNs);
  const pools = new Set(named.filter((provider) => provider.startsWith('arn:')));
  if (pools.size === 0) return imported;
  const known = await knownPools(call);
  return addWarnings(
    imported,
    [...pools]
      .filter((arn) => !known.has(arn))
      .map((arn) => ({
        subject: `user pool ${arn}`,
        message: `There is no user pool ${arn}: until its authorizer names one of here, calls that it is asked for are refused.`,
      })),
  );
}

async function knownPools({ db, ports }: ReadCall): Promise<Set<string>> {
  const rows = await db.select({ id: userPools.id }).from(userPools);
  return new Set(rows.map(({ id }) => arnOf(ports.config, id)));
}
