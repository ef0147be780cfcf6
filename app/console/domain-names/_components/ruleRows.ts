import type { RoutingRule } from '@/lib/model/v2/routingRule';
import type { MappableApi } from './mappingRows';

/** A routing rule as the page shows it. */
export interface RuleRow {
  rule: RoutingRule;
  /** `Hello: World`, `/orders/…`; none: every call */
  conditions: string[];
  apiId: string;
  /** absent for an API that is gone */
  apiName?: string;
  stage: string;
  /** absent where the rule asks for no base path, so that there is none to strip */
  basePath?: 'Stripped' | 'Kept';
}

export function ruleRows(rules: readonly RoutingRule[], apis: readonly MappableApi[]): RuleRow[] {
  const names = new Map(apis.map(({ id, name }) => [id, name]));
  return rules.flatMap((rule) => {
    const [action] = rule.actions;
    if (!action) return [];
    const { apiId, stage, stripBasePath } = action.invokeApi;
    const apiName = names.get(apiId);
    const hasBasePath = rule.conditions.some(({ matchBasePaths }) => matchBasePaths);
    return {
      rule,
      conditions: conditionsOf(rule),
      apiId,
      stage,
      ...(apiName !== undefined && { apiName }),
      ...(hasBasePath && { basePath: stripBasePath ? ('Stripped' as const) : ('Kept' as const) }),
    };
  });
}

export const conditionsOf = ({ conditions }: Pick<RoutingRule, 'conditions'>): string[] =>
  conditions.flatMap(({ matchHeaders, matchBasePaths }) => [
    ...(matchHeaders?.anyOf ?? []).map(({ header, valueGlob }) => `${header}: ${valueGlob}`),
    ...(matchBasePaths?.anyOf ?? []).map((basePath) => `/${basePath}/…`),
  ]);

/**
 * A gap behind the last rule that has conditions, so that another fits between, as AWS advises; what takes every call
 * stays behind it.
 */
export function nextPriority(rules: readonly Pick<RoutingRule, 'priority' | 'conditions'>[]): number {
  const taken = new Set(rules.map(({ priority }) => priority));
  const asked = rules.filter(({ conditions }) => conditions.length > 0);
  const last = Math.max(0, ...asked.map(({ priority }) => priority));
  let next = Math.floor(last / 10) * 10 + 10;
  while (taken.has(next)) next += 1;
  if (next <= MOST) return next;
  for (next = MOST; taken.has(next); ) next -= 1;
  return next;
}

const MOST = 1_000_000;
