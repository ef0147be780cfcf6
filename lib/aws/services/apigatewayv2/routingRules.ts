import { type RoutingRule, routingRuleInput } from '@/lib/model/v2/routingRule';
import type { OperationCall } from '../../Service';
import { found } from '../apigateway/found';
import type { Runs } from '../apigateway/Runs';
import { bodyOf, label } from './inputOf';
import { paged } from './paged';

/** There are no private names, and only those have an id. @throws AwsError NotFoundException */
function nameOf(call: OperationCall): string {
  const isPrivate = new URLSearchParams(call.request.query).has('domainNameId');
  return found(isPrivate ? undefined : label(call, 'domainName'), 'Invalid domain name identifier specified');
}

const address = (call: OperationCall) => [nameOf(call), label(call, 'routingRuleId')] as const;
const groupOf = ({ door }: OperationCall) => door.control.domainNames.routingRules;

/** Unlike most ARNs of API Gateway, those of routing rules name the account. */
const arnOf = ({ door }: OperationCall, domainName: string, id: string) =>
  `arn:aws:apigateway:${door.region}:${door.accountId}:/domainnames/${domainName}/routingrules/${id}`;

const shapeIn = (call: OperationCall) => (rule: RoutingRule) => ({
  ...rule,
  routingRuleArn: arnOf(call, nameOf(call).toLowerCase(), rule.routingRuleId),
});

/**
 * Where calls of a custom domain name lead by their headers and base path. Policies are asked for these actions by
 * name, not for the method as elsewhere
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules-troubleshoot.html).
 */
export const routingRules: Runs = {
  CreateRoutingRule: async (call) => {
    const input = await bodyOf(call, routingRuleInput);
    return shapeIn(call)(await groupOf(call).create(call.actor, nameOf(call), input));
  },
  ListRoutingRules: async (call) => {
    const all = await groupOf(call).list(call.actor, nameOf(call));
    const { items, nextToken } = paged(call, all, ({ routingRuleId }) => routingRuleId, shapeIn(call));
    return { routingRules: items, ...(nextToken !== undefined && { nextToken }) };
  },
  GetRoutingRule: async (call) => shapeIn(call)(await groupOf(call).get(call.actor, ...address(call))),
  PutRoutingRule: async (call) => {
    const input = await bodyOf(call, routingRuleInput);
    return shapeIn(call)(await groupOf(call).put(call.actor, ...address(call), input));
  },
  DeleteRoutingRule: (call) => groupOf(call).delete(call.actor, ...address(call)),
};

/** IAM's action for each; one that has no id yet, and the list, are asked for as any rule of the name. */
export const routingRuleActions: ReadonlyMap<string, `apigateway:${string}`> = new Map([
  ['CreateRoutingRule', 'apigateway:CreateRoutingRule'],
  ['ListRoutingRules', 'apigateway:ListRoutingRules'],
  ['GetRoutingRule', 'apigateway:GetRoutingRule'],
  ['PutRoutingRule', 'apigateway:UpdateRoutingRule'],
  ['DeleteRoutingRule', 'apigateway:DeleteRoutingRule'],
]);

export function routingRuleResource(call: OperationCall): string {
  const { routingRuleId = '*' } = call.input;
  return arnOf(call, label(call, 'domainName').toLowerCase(), String(routingRuleId));
}
