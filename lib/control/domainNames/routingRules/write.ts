import { and, eq, ne } from 'drizzle-orm';
import { routingRules } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { MAX_ROUTING_RULES, type RoutingRuleInput, routingRuleInput } from '@/lib/model/v2/routingRule';
import type { WriteCall } from '../../ControlContext';
import { freshId } from '../../freshIds';
import { write } from '../../operation';
import { badRequest, parse } from '../../parse';
import { lockDomainName } from '../findDomainName';
import { refuseUnroutable } from '../refuseUnroutable';
import { checkRuleTarget } from './checkRuleTarget';
import { findRoutingRule, type RoutingRuleRow, ruleAt, toRoutingRule } from './findRoutingRule';

/** Live at once, without a deployment. A name that follows mappings only takes no new rule, as on AWS. */
export const createRoutingRule = write(
  { name: 'CreateRoutingRule', permission: 'editor' },
  async (call, name: string, input: RoutingRuleInput) => {
    const members = membersOf(input);
    const { domainName, settings } = await lockDomainName(call, name);
    if (settings.routingMode === 'BASE_PATH_MAPPING_ONLY')
      throw badRequest({
        field: 'routingMode',
        message: 'This domain name follows API mappings only: change its routing mode to add routing rules',
      });
    await refuseOneMore(call, domainName);
    const routingRuleId = await freshId(call.db, routingRules, routingRules.routingRuleId, 6);
    const row = { domainName, routingRuleId, ...members };
    await check(call, row);
    await call.db.insert(routingRules).values(row);
    await refuseUnroutable(call, domainName);
    call.audit(domainName, { routingRuleId, ...members });
    call.publish();
    return toRoutingRule(row);
  },
);

/** Replaces it; its priority may change too. */
export const putRoutingRule = write(
  { name: 'PutRoutingRule', permission: 'editor' },
  async (call, name: string, routingRuleId: string, input: RoutingRuleInput) => {
    const members = membersOf(input);
    const { domainName } = await lockDomainName(call, name);
    const before = toRoutingRule(await findRoutingRule(call, domainName, routingRuleId));
    const row = { domainName, routingRuleId, ...members };
    await check(call, row);
    await call.db.update(routingRules).set(members).where(ruleAt(domainName, routingRuleId));
    call.audit(domainName, { routingRuleId, ...members, before });
    call.publish();
    return toRoutingRule(row);
  },
);

export const deleteRoutingRule = write(
  { name: 'DeleteRoutingRule', permission: 'editor' },
  async (call, name: string, routingRuleId: string) => {
    const { domainName } = await lockDomainName(call, name);
    const before = toRoutingRule(await findRoutingRule(call, domainName, routingRuleId));
    await call.db.delete(routingRules).where(ruleAt(domainName, routingRuleId));
    call.audit(domainName, { ...before });
    call.publish();
  },
);

function membersOf(input: RoutingRuleInput): Omit<RoutingRuleRow, 'domainName' | 'routingRuleId'> {
  const { priority, conditions, actions } = parse(routingRuleInput, input);
  const [action] = actions;
  if (!action) throw badRequest({ field: 'actions', message: 'A rule has exactly one action' });
  const { apiId: restApiId, stage, stripBasePath } = action.invokeApi;
  return { priority, conditions, restApiId, stage, stripBasePath };
}

async function check(call: WriteCall, row: RoutingRuleRow): Promise<void> {
  await checkRuleTarget(call, row);
  const { domainName, routingRuleId, priority } = routingRules;
  const taken = await call.db.$count(
    routingRules,
    and(eq(domainName, row.domainName), eq(priority, row.priority), ne(routingRuleId, row.routingRuleId)),
  );
  if (taken === 0) return;
  const message = `Another routing rule of this domain name has the priority ${row.priority}`;
  throw new ControlError('ConflictException', message, [{ field: 'priority', message }]);
}

async function refuseOneMore({ db }: WriteCall, domainName: string): Promise<void> {
  const there = await db.$count(routingRules, eq(routingRules.domainName, domainName));
  if (there < MAX_ROUTING_RULES) return;
  throw new ControlError(
    'LimitExceededException',
    `A domain name has at most ${MAX_ROUTING_RULES} routing rules`,
  );
}
