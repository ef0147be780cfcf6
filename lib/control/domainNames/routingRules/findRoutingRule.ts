import { and, eq } from 'drizzle-orm';
import { routingRules } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { RoutingRule } from '@/lib/model/v2/routingRule';
import type { ReadCall } from '../../ControlContext';

export type RoutingRuleRow = typeof routingRules.$inferSelect;

export const ruleAt = (domainName: string, routingRuleId: string) =>
  and(eq(routingRules.domainName, domainName), eq(routingRules.routingRuleId, routingRuleId));

/** @throws ControlError NotFoundException */
export async function findRoutingRule(
  { db }: ReadCall,
  domainName: string,
  routingRuleId: string,
): Promise<RoutingRuleRow> {
  const [row] = await db.select().from(routingRules).where(ruleAt(domainName, routingRuleId));
  if (!row) throw new ControlError('NotFoundException', 'Invalid routing rule identifier specified');
  return row;
}

export const toRoutingRule = ({
  routingRuleId,
  priority,
  conditions,
  restApiId: apiId,
  stage,
  stripBasePath,
}: RoutingRuleRow): RoutingRule => ({
  routingRuleId,
  priority,
  conditions,
  actions: [{ invokeApi: { apiId, stage, stripBasePath } }],
});
