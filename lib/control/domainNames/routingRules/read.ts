import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { domainNames, routingRules } from '@/db/schema';
import type { DomainNameRule } from '@/lib/model/v2/routingRule';
import { read } from '../../operation';
import { findDomainName } from '../findDomainName';
import { findRoutingRule, toRoutingRule } from './findRoutingRule';

/** In the order in which they are asked. */
export const listRoutingRules = read(
  { name: 'ListRoutingRules', permission: 'viewer' },
  async (call, name: string) => {
    const { domainName } = await findDomainName(call, name);
    const rows = await call.db
      .select()
      .from(routingRules)
      .where(eq(routingRules.domainName, domainName))
      .orderBy(routingRules.priority);
    return rows.map(toRoutingRule);
  },
);

export const getRoutingRule = read(
  { name: 'GetRoutingRule', permission: 'viewer' },
  async (call, name: string, routingRuleId: string) => {
    const { domainName } = await findDomainName(call, name);
    return toRoutingRule(await findRoutingRule(call, domainName, routingRuleId));
  },
);

/** By name and priority. */
export const routingRulesOfApi = read(
  { name: 'ListRoutingRules', permission: 'viewer' },
  async ({ db }, restApiId: string): Promise<DomainNameRule[]> => {
    const counts = sql`${domainNames.settings}->>'routingMode' like 'ROUTING_RULE%'`;
    const rows = await db
      .select(getTableColumns(routingRules))
      .from(routingRules)
      .innerJoin(domainNames, eq(domainNames.domainName, routingRules.domainName))
      .where(and(eq(routingRules.restApiId, restApiId), counts))
      .orderBy(routingRules.domainName, routingRules.priority);
    return rows.map((row) => ({ domainName: row.domainName, ...toRoutingRule(row) }));
  },
);
