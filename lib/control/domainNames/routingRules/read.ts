import { eq } from 'drizzle-orm';
import { routingRules } from '@/db/schema';
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
