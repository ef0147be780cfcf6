import type { DeployedMethod } from '@/lib/model/deployment';
import type { MethodSetting } from '@/lib/model/stage';
import { methodKey } from '../methodKey';
import { everyMethod, type MethodSettings } from '../throttleDraft';
import { cacheDefaults } from './cacheDraft';

/** A method of the stage's deployment, with what the cache does to its answers. */
export interface CachedMethod extends DeployedMethod {
  /** in the stage's method settings: `/pets/GET` */
  key: string;
  own: MethodSetting | undefined;
  /** something of caching is the method's own */
  overridden: boolean;
  state: 'cached' | 'not cached' | 'streams';
  /** seconds */
  ttl: number;
  /** variables of its path that its cache key leaves out: calls that differ in them share an answer */
  collides: string[];
}

export const cachedMethods = (methods: readonly DeployedMethod[], settings: MethodSettings): CachedMethod[] =>
  methods.map((method) => {
    const key = methodKey(method);
    const own = settings[key];
    const ttl =
      own?.cacheTtlInSeconds ?? settings[everyMethod]?.cacheTtlInSeconds ?? cacheDefaults.cacheTtlInSeconds;
    const state = stateOf(method, own, settings[everyMethod], ttl);
    return {
      ...method,
      key,
      own,
      // Its limits and its logging are entries of the same map, and of other tabs.
      overridden: Object.keys(own ?? {}).some((member) => member in cacheDefaults),
      state,
      ttl,
      collides: state === 'cached' ? leftOut(method) : [],
    };
  });

/** The stage caches GET only; another verb is cached when its own entry says so. 0 seconds is not at all. */
function stateOf(
  method: DeployedMethod,
  own: MethodSetting | undefined,
  all: MethodSetting | undefined,
  ttl: number,
): CachedMethod['state'] {
  if (method.streams) return 'streams';
  const inherited = method.httpMethod === 'GET' && all?.cachingEnabled === true;
  return (own?.cachingEnabled ?? inherited) && ttl > 0 ? 'cached' : 'not cached';
}

/** @returns e.g. `petId`; of `{proxy+}`: `proxy` */
function leftOut({ path, cacheKeyParameters }: DeployedMethod): string[] {
  const variables = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name = '']) => name);
  const covered = (name: string) =>
    cacheKeyParameters.some((parameter) => parameter.endsWith(`.path.${name}`));
  return variables.filter((name) => !covered(name));
}
