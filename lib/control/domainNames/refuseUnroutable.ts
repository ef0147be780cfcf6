import { eq, sql } from 'drizzle-orm';
import { apis, basePathMappings, domainNames, routingRules } from '@/db/schema';
import type { RoutingMode } from '@/lib/model/domainName';
import type { WriteCall } from '../ControlContext';
import { badRequest } from '../parse';

/**
 * Asked after a change of a domain name's mappings, rules or routing mode, still inside of its transaction: what AWS
 * does not let stand beside routing rules
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-mode.html).
 * @throws ControlError BadRequestException
 */
export async function refuseUnroutable(call: WriteCall, domainName: string): Promise<void> {
  const [name] = await call.db.select().from(domainNames).where(eq(domainNames.domainName, domainName));
  if (!name || name.settings.routingMode === 'BASE_PATH_MAPPING_ONLY') return;
  const kinds = await mappedKinds(call, domainName);
  if (kinds.has('REST') && kinds.has('HTTP'))
    throw badRequest({
      field: 'routingMode',
      message:
        'Routing rules are not supported on a domain name with API mappings to both REST and HTTP APIs',
    });
  if (!kinds.has('WEBSOCKET')) return;
  if ((await call.db.$count(routingRules, eq(routingRules.domainName, domainName))) > 0)
    throw badRequest({
      field: 'apiId',
      message: 'A custom domain name serves WebSocket APIs or REST and HTTP APIs, not both',
    });
}

async function mappedKinds({ db }: WriteCall, domainName: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectDistinct({ kind: sql<string>`coalesce(${apis.protocolType}, 'REST')` })
    .from(basePathMappings)
    .leftJoin(apis, eq(apis.apiId, basePathMappings.restApiId))
    .where(eq(basePathMappings.domainName, domainName));
  return new Set(rows.map(({ kind }) => kind));
}

/** A name that follows routing rules only takes no new mapping. @throws ControlError BadRequestException */
export function refuseUnmappable({ routingMode }: { routingMode: RoutingMode }): void {
  if (routingMode !== 'ROUTING_RULE_ONLY') return;
  throw badRequest({
    field: 'routingMode',
    message: 'This domain name follows routing rules only: change its routing mode to add API mappings',
  });
}
