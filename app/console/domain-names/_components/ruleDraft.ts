import type { RoutingRule, RoutingRuleInput } from '@/lib/model/v2/routingRule';

/** A rule as its form holds it: texts as they were typed, which the operation checks. */
export interface RuleDraft {
  priority: string;
  headers: { id: number; header: string; valueGlob: string }[];
  basePath: string;
  stripBasePath: boolean;
  apiId: string;
  stage: string;
}

/** Headers that a rule may look at, as AWS limits them. */
export const MAX_HEADERS = 2;

export function draftOf(rule: RoutingRule | undefined, priority: number): RuleDraft {
  if (!rule)
    return {
      priority: String(priority),
      headers: [],
      basePath: '',
      stripBasePath: true,
      apiId: '',
      stage: '',
    };
  const headers = rule.conditions.flatMap(({ matchHeaders }) => matchHeaders?.anyOf ?? []);
  const [basePath = ''] = rule.conditions.flatMap(({ matchBasePaths }) => matchBasePaths?.anyOf ?? []);
  const { apiId = '', stage = '', stripBasePath = false } = rule.actions[0]?.invokeApi ?? {};
  return {
    priority: String(rule.priority),
    headers: headers.map((one, id) => ({ id, ...one })),
    basePath,
    stripBasePath,
    apiId,
    stage,
  };
}

/** A header's place in the draft is its condition's; the base path comes behind them. */
export function ruleInputOf({ priority, headers, basePath, ...target }: RuleDraft): RoutingRuleInput {
  const path = basePath.trim();
  return {
    priority: priority.trim() === '' ? Number.NaN : Number(priority),
    conditions: [
      ...headers.map(({ header, valueGlob }) => ({
        matchHeaders: { anyOf: [{ header: header.trim(), valueGlob: valueGlob.trim() }] },
      })),
      ...(path === '' ? [] : [{ matchBasePaths: { anyOf: [path] } }]),
    ],
    actions: [
      {
        invokeApi: {
          apiId: target.apiId,
          stage: target.stage,
          stripBasePath: path !== '' && target.stripBasePath,
        },
      },
    ],
  };
}

/** What the operation calls the parts of a draft when it refuses them. */
export const fieldOf = {
  header: (index: number) => `conditions.${index}.matchHeaders.anyOf.0.header`,
  valueGlob: (index: number) => `conditions.${index}.matchHeaders.anyOf.0.valueGlob`,
  basePath: (index: number) => `conditions.${index}.matchBasePaths.anyOf.0`,
  apiId: 'actions.0.invokeApi.apiId',
  stage: 'actions.0.invokeApi.stage',
};

export const ruleFields = [
  'priority',
  fieldOf.apiId,
  fieldOf.stage,
  ...[0, 1, 2].flatMap((index) => [fieldOf.header(index), fieldOf.valueGlob(index), fieldOf.basePath(index)]),
];
