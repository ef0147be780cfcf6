import type { MethodSetting, Stage } from '@/lib/model/stage';
import { epochSeconds } from './epochSeconds';
import { optional } from './methodShape';

/** What AWS fills in once an entry is there, as recorded: a level of logging is not among it. */
const defaults = {
  metricsEnabled: false,
  dataTraceEnabled: false,
  throttlingBurstLimit: 5000,
  throttlingRateLimit: 10_000,
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  cacheDataEncrypted: false,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
} as const satisfies MethodSetting;

/** AWS's Stage: what is unset is absent, a map that has no members too. */
export function stageShape(stage: Stage) {
  const { variables, canarySettings } = stage;
  return {
    deploymentId: stage.deploymentId,
    ...optional({ clientCertificateId: stage.clientCertificateId }),
    stageName: stage.stageName,
    ...optional({ description: stage.description || undefined }),
    cacheClusterEnabled: stage.cacheClusterEnabled,
    ...optional({ cacheClusterSize: stage.cacheClusterSize }),
    cacheClusterStatus: stage.cacheClusterEnabled ? 'AVAILABLE' : 'NOT_AVAILABLE',
    methodSettings: settingsShape(stage.methodSettings),
    ...(hasMembers(variables) && { variables }),
    ...optional({
      documentationVersion: stage.documentationVersion,
      accessLogSettings: stage.accessLogSettings,
    }),
    ...(canarySettings && { canarySettings: canaryShape(canarySettings) }),
    tracingEnabled: stage.tracingEnabled,
    createdDate: epochSeconds(stage.createdDate),
    lastUpdatedDate: epochSeconds(stage.lastUpdatedDate),
  };
}

function canaryShape({ stageVariableOverrides, ...canary }: NonNullable<Stage['canarySettings']>) {
  return { ...canary, ...(hasMembers(stageVariableOverrides) && { stageVariableOverrides }) };
}

/** Every entry whole, with what it has of the star pair: that is what its method's calls meet. */
function settingsShape(settings: Stage['methodSettings']) {
  const { '*/*': star = {} } = settings;
  return Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => [
      awsKeyOf(key),
      { ...defaults, ...inheritedBy(key, star), ...setting },
    ]),
  );
}

/** Caching for all methods is for GET alone (lib/control/publish/stageCaching.ts). */
function inheritedBy(key: string, star: MethodSetting): MethodSetting {
  return key === '*/*' || key.endsWith('/GET') ? star : { ...star, cachingEnabled: false };
}

/** `/pets/{id}/GET` is `~1pets~1{id}/GET` on AWS, `pets/GET` as it is. */
function awsKeyOf(key: string): string {
  if (key === '*/*') return key;
  const end = key.lastIndexOf('/');
  return `${key.slice(0, end).replaceAll('~', '~0').replaceAll('/', '~1')}${key.slice(end)}`;
}

const hasMembers = (map: object) => Object.keys(map).length > 0;
