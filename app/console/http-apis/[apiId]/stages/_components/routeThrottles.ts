import type { RouteSettings, Stage } from '@/lib/model/v2/stage';

/** stands for the stage's default settings */
export const EVERY_ROUTE = '*';

/** A limit as typed. */
export interface ThrottleRow {
  key: string;
  rate: string;
  burst: string;
}

export function throttleRows({ defaultRouteSettings, routeSettings }: Stage): ThrottleRow[] {
  const limited = ({ throttlingRateLimit, throttlingBurstLimit }: RouteSettings) =>
    throttlingRateLimit !== undefined || throttlingBurstLimit !== undefined;
  return [[EVERY_ROUTE, defaultRouteSettings] as const, ...Object.entries(routeSettings)]
    .filter(([, settings]) => limited(settings))
    .map(([key, settings]) => ({
      key,
      rate: String(settings.throttlingRateLimit ?? ''),
      burst: String(settings.throttlingBurstLimit ?? ''),
    }));
}

/** The settings with these limits; what else they say of a route stays. */
export function settingsOfThrottles(stage: Stage, rows: readonly ThrottleRow[]) {
  const limits = new Map(rows.map((row) => [row.key, limitOf(row)]));
  const keys = new Set([...Object.keys(stage.routeSettings), ...limits.keys()]);
  keys.delete(EVERY_ROUTE);
  const routeSettings = [...keys].map(
    (key) => [key, { ...bare(stage.routeSettings[key]), ...limits.get(key) }] as const,
  );
  return {
    defaultRouteSettings: { ...bare(stage.defaultRouteSettings), ...limits.get(EVERY_ROUTE) },
    routeSettings: Object.fromEntries(routeSettings.filter(([, value]) => Object.keys(value).length > 0)),
  };
}

function bare(settings: RouteSettings = {}): RouteSettings {
  const { throttlingRateLimit: _rate, throttlingBurstLimit: _burst, ...others } = settings;
  return others;
}

function limitOf({ rate, burst }: ThrottleRow): RouteSettings {
  return {
    ...(rate.trim() !== '' && { throttlingRateLimit: Number(rate) }),
    ...(burst.trim() !== '' && { throttlingBurstLimit: Number(burst) }),
  };
}
