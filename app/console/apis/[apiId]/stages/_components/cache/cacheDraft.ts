import {
  cacheClusterSizes,
  DEFAULT_CACHE_SIZE,
  type MethodSetting,
  type Stage,
  type StageUpdate,
  unauthorizedCacheControlHeaderStrategies,
} from '@/lib/model/stage';
import { everyMethod, type MethodSettings, withoutEmpty } from '../throttleDraft';

/** What one entry of the method settings says of caching, as typed; '' is inherited. */
export interface CachingDraft {
  cachingEnabled: '' | 'on' | 'off';
  cacheTtlInSeconds: string;
  requireAuthorization: '' | 'on' | 'off';
  strategy: string;
}

/** The stage's own form. What it inherits from AWS's defaults is filled in. */
export interface CacheDraft {
  cacheClusterEnabled: boolean;
  cacheClusterSize: string;
  cachingEnabled: boolean;
  cacheTtlInSeconds: string;
  requireAuthorization: boolean;
  strategy: string;
}

/** AWS's, for what neither the method nor the star pair says. */
export const cacheDefaults = {
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
} as const satisfies MethodSetting;

export function draftOf(stage: Stage): CacheDraft {
  const setting = { ...cacheDefaults, ...stage.methodSettings[everyMethod] };
  return {
    cacheClusterEnabled: stage.cacheClusterEnabled,
    cacheClusterSize: stage.cacheClusterSize ?? DEFAULT_CACHE_SIZE,
    // a cache that caches nothing is nobody's wish: what is switched on begins with GET
    cachingEnabled: stage.cacheClusterEnabled ? setting.cachingEnabled : true,
    cacheTtlInSeconds: String(setting.cacheTtlInSeconds),
    requireAuthorization: setting.requireAuthorizationForCacheControl,
    strategy: setting.unauthorizedCacheControlHeaderStrategy,
  };
}

/** What the stage's form changes; entries of single methods and all limits stay. */
export function updateOf(draft: CacheDraft, { methodSettings }: Stage): StageUpdate {
  if (!draft.cacheClusterEnabled) return { cacheClusterEnabled: false };
  const caching: MethodSetting = {
    cachingEnabled: draft.cachingEnabled,
    cacheTtlInSeconds: numberOf(draft.cacheTtlInSeconds),
    requireAuthorizationForCacheControl: draft.requireAuthorization,
    unauthorizedCacheControlHeaderStrategy: strategyOf(draft.strategy),
  };
  return {
    cacheClusterEnabled: true,
    cacheClusterSize: cacheClusterSizes.find((size) => size === draft.cacheClusterSize) ?? DEFAULT_CACHE_SIZE,
    methodSettings: { ...methodSettings, [everyMethod]: { ...methodSettings[everyMethod], ...caching } },
  };
}

export function methodDraftOf(setting: MethodSetting | undefined): CachingDraft {
  return {
    cachingEnabled: choiceOf(setting?.cachingEnabled),
    cacheTtlInSeconds: String(setting?.cacheTtlInSeconds ?? ''),
    requireAuthorization: choiceOf(setting?.requireAuthorizationForCacheControl),
    strategy: setting?.unauthorizedCacheControlHeaderStrategy ?? '',
  };
}

/** The stage's entries with what the form says of one method; its limits stay. */
export function withMethodCaching(
  settings: MethodSettings,
  key: string,
  draft: CachingDraft,
): MethodSettings {
  const limits = limitsOf(settings[key]);
  return withoutEmpty({ ...settings, [key]: { ...limits, ...settingOf(draft) } });
}

function settingOf(draft: CachingDraft): MethodSetting {
  const { cacheTtlInSeconds: ttl, strategy } = draft;
  return {
    ...(draft.cachingEnabled && { cachingEnabled: draft.cachingEnabled === 'on' }),
    ...(ttl.trim() && { cacheTtlInSeconds: numberOf(ttl) }),
    ...(draft.requireAuthorization && {
      requireAuthorizationForCacheControl: draft.requireAuthorization === 'on',
    }),
    ...(strategy && { unauthorizedCacheControlHeaderStrategy: strategyOf(strategy) }),
  };
}

function limitsOf(setting: MethodSetting = {}): MethodSetting {
  const { throttlingRateLimit, throttlingBurstLimit } = setting;
  return throttlingRateLimit === undefined ? {} : { throttlingRateLimit, throttlingBurstLimit };
}

/** Where the operation refuses a time to live. */
export const ttlField = (key: string) => `methodSettings.${key}.cacheTtlInSeconds`;

const choiceOf = (value: boolean | undefined) => (value === undefined ? '' : value ? 'on' : 'off');
const strategyOf = (name: string) =>
  unauthorizedCacheControlHeaderStrategies.find((each) => each === name) ??
  cacheDefaults.unauthorizedCacheControlHeaderStrategy;
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
