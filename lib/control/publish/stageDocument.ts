import type { StageDocument, Throttle } from '@gatehouse/gateway/snapshot';
import type { MethodSetting } from '@/lib/model/stage';
import type { StageRow } from '../stages/findStage';
import { accessLogDocument } from './accessLogDocument';
import { restExecutionLog } from './executionLogDocument';
import { methodSettingsBySlash } from './methodSettingsBySlash';
import { stageCaching } from './stageCaching';

export function stageDocument(row: StageRow): StageDocument {
  const { restApiId, stageName, deploymentId, variables } = row;
  const { '*/*': star = {}, ...methods } = methodSettingsBySlash(row);
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
    ...accessLogDocument(row.accessLogSettings),
    ...restExecutionLog(row),
  };
}

/** Rate and burst are given together or not at all, -1 for none; a method without them is under the star pair's. */
function throttleOf({
  throttlingRateLimit: rateLimit,
  throttlingBurstLimit: burstLimit,
}: MethodSetting): Throttle | null {
  if (rateLimit === undefined || burstLimit === undefined) return null;
  return rateLimit < 0 || burstLimit < 0 ? null : { rateLimit, burstLimit };
}
