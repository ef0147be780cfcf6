import type { StageDocument, Throttle } from '@gatehouse/gateway/snapshot';
import type { MethodSetting } from '@/lib/model/stage';
import type { StageRow } from '../stages/findStage';
import { stageCaching } from './stageCaching';

export function stageDocument(row: StageRow): StageDocument {
  const { restApiId, stageName, deploymentId, variables } = row;
  const { '*/*': star = {}, ...methods } = row.methodSettings;
  const throttle = throttleOf(star);
  const methodThrottles = Object.entries(methods).flatMap(([key, setting]) => {
    const own = throttleOf(setting);
    return own ? [[key, own]] : [];
  });
  return {
    restApiId,
    stageName,
    deploymentId,
    variables,
    methodThrottles: Object.fromEntries(methodThrottles),
    ...(throttle && { throttle }),
    ...stageCaching(row),
    ...(row.canarySettings && { canary: row.canarySettings }),
    ...(row.clientCertificateId !== null && { clientCertificateId: row.clientCertificateId }),
    ...(row.maximumTimeoutInMillis !== null && { maximumTimeoutInMillis: row.maximumTimeoutInMillis }),
  };
}

/** Rate and burst are given together or not at all; a method without them is under the star pair's. */
function throttleOf({
  throttlingRateLimit: rateLimit,
  throttlingBurstLimit: burstLimit,
}: MethodSetting): Throttle | null {
  return rateLimit === undefined || burstLimit === undefined ? null : { rateLimit, burstLimit };
}
