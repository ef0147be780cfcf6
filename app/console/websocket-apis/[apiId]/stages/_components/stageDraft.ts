import type { Stage, StageUpdate } from '@/lib/model/v2/stage';

/** A token bucket as it is typed. */
export interface LimitTexts {
  rate: string;
  burst: string;
}

export interface StageDraft {
  description: string;
  stageVariables: Record<string, string>;
  every: LimitTexts;
  /** by route key */
  routes: Record<string, LimitTexts>;
}

export function stageDraftOf(stage: Stage): StageDraft {
  const { defaultRouteSettings, routeSettings, description = '', stageVariables } = stage;
  return {
    description,
    stageVariables,
    every: textsOf(defaultRouteSettings),
    routes: Object.fromEntries(
      Object.entries(routeSettings).map(([routeKey, settings]) => [routeKey, textsOf(settings)]),
    ),
  };
}

type Limits = { throttlingRateLimit?: number | undefined; throttlingBurstLimit?: number | undefined };

const textsOf = ({ throttlingRateLimit, throttlingBurstLimit }: Limits): LimitTexts => ({
  rate: throttlingRateLimit === undefined ? '' : String(throttlingRateLimit),
  burst: throttlingBurstLimit === undefined ? '' : String(throttlingBurstLimit),
});

export function stageUpdateOf({ description, stageVariables, every, routes }: StageDraft): StageUpdate {
  return {
    description,
    stageVariables,
    defaultRouteSettings: limitsOf(every),
    routeSettings: Object.fromEntries(
      Object.entries(routes).map(([routeKey, texts]) => [routeKey, limitsOf(texts)]),
    ),
  };
}

/** What is left empty is not said. */
const limitsOf = ({ rate, burst }: LimitTexts) => ({
  ...(rate.trim() !== '' && { throttlingRateLimit: Number(rate) }),
  ...(burst.trim() !== '' && { throttlingBurstLimit: Number(burst) }),
});

/** Paths at which the form shows what was refused. */
export const stageFields = ({ routes, stageVariables }: StageDraft): string[] => [
  'description',
  ...Object.keys(stageVariables).map((name) => `stageVariables.${name}`),
  ...['defaultRouteSettings', ...Object.keys(routes).map((key) => `routeSettings.${key}`)].flatMap((path) => [
    `${path}.throttlingRateLimit`,
    `${path}.throttlingBurstLimit`,
  ]),
];
