import type { Actor } from '@/lib/model/role';
import type { ConsoleUsage, PortalUsage } from '@/lib/queries/usage';
import { usageRangeOf } from '@/lib/queries/usageRange';
import { control } from '@/lib/runtime/slot';

/**
 * What a dashboard's address asks for, for its page and for its route handler. The operations decide who may see it.
 * @throws ControlError for a range that is none and for a caller without the right
 */
export async function readConsoleUsage(actor: Actor, search: URLSearchParams): Promise<ConsoleUsage> {
  const query = {
    range: usageRangeOf(search, Date.now()),
    restApiId: search.get('api') ?? undefined,
    stageName: search.get('stage') ?? undefined,
  };
  const { usage } = control();
  const [report, byApi, topOperations, topConsumers] = await Promise.all([
    usage.report(actor, query),
    usage.byApi(actor, query),
    usage.topOperations(actor, query),
    usage.topConsumers(actor, query),
  ]);
  return { report, byApi, topOperations, topConsumers };
}

/** As readConsoleUsage, of the developer's own keys. */
export async function readPortalUsage(actor: Actor, search: URLSearchParams): Promise<PortalUsage> {
  const now = Date.now();
  const usage = await control().portal.usage(actor, {
    range: usageRangeOf(search, now),
    appId: search.get('app') ?? undefined,
    apiKeyId: search.get('key') ?? undefined,
    restApiId: search.get('api') ?? undefined,
  });
  return { ...usage, now };
}
