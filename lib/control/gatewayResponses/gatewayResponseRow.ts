import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { gatewayResponses } from '@/db/schema';
import type { GatewayResponse } from '@/lib/model/gatewayResponse';

/** The responses that an API has made its own, by type. */
export async function readGatewayResponses(db: Db, restApiId: string): Promise<GatewayResponse[]> {
  const rows = await db
    .select()
    .from(gatewayResponses)
    .where(eq(gatewayResponses.restApiId, restApiId))
    .orderBy(gatewayResponses.responseType);
  return rows.map(({ responseType, statusCode, responseParameters, responseTemplates }) => ({
    responseType,
    ...(statusCode !== null && { statusCode }),
    responseParameters,
    responseTemplates,
  }));
}

export async function saveGatewayResponse(
  db: Db,
  restApiId: string,
  { responseType, statusCode, responseParameters, responseTemplates }: GatewayResponse,
): Promise<void> {
  const members = { statusCode: statusCode ?? null, responseParameters, responseTemplates };
  const target = [gatewayResponses.restApiId, gatewayResponses.responseType];
  await db
    .insert(gatewayResponses)
    .values({ restApiId, responseType, ...members })
    .onConflictDoUpdate({ target, set: members });
}
