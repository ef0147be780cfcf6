import type { MethodSetting } from '@/lib/model/stage';

/** AWS's key for "every method of the stage". */
export const everyMethod = '*/*';

export type MethodSettings = Record<string, MethodSetting>;

/** One line of the form, as typed. */
export interface ThrottleRow {
  key: string;
  rateLimit: string;
  burstLimit: string;
}

/** Those entries of a stage that limit; an entry may be about caching only, and -1 is no limit. */
export const throttleRows = (settings: MethodSettings): ThrottleRow[] =>
  Object.entries(settings).flatMap(([key, setting]) =>
    setting.throttlingRateLimit === undefined || setting.throttlingRateLimit < 0
      ? []
      : [
          {
            key,
            rateLimit: String(setting.throttlingRateLimit),
            burstLimit: String(setting.throttlingBurstLimit),
          },
        ],
  );

/**
 * The stage's entries with the limits of the form in place of theirs; what they say of caching stays, and an entry
 * that says nothing goes. What is no number becomes NaN, which the operation refuses with the field's name.
 */
export function withThrottles(settings: MethodSettings, rows: readonly ThrottleRow[]): MethodSettings {
  const next: MethodSettings = Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [key, withoutThrottle(setting)]),
  );
  for (const { key, rateLimit, burstLimit } of rows)
    next[key] = {
      ...next[key],
      throttlingRateLimit: numberOf(rateLimit),
      throttlingBurstLimit: numberOf(burstLimit),
    };
  return withoutEmpty(next);
}

/** Where the operation refuses a line. */
export const rateField = (key: string) => `methodSettings.${key}.throttlingRateLimit`;
export const burstField = (key: string) => `methodSettings.${key}.throttlingBurstLimit`;

/** An entry that says nothing inherits all: as if it were not there. */
export const withoutEmpty = (settings: MethodSettings): MethodSettings =>
  Object.fromEntries(Object.entries(settings).filter(([, setting]) => Object.keys(setting).length > 0));

function withoutThrottle(setting: MethodSetting): MethodSetting {
  const { throttlingRateLimit: _rate, throttlingBurstLimit: _burst, ...rest } = setting;
  return rest;
}

const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
