import { NO_ROUTE } from '../integrations/backendRoute';
import type { ExchangeFacts } from '../mapping/Exchange';
import type { MatchedMethod } from '../steps/matchMethod';
import type { Target } from '../steps/resolveStage';
import type { Call } from './Call';

/** What is settled about a call; without a match, what its stage alone tells. */
export function exchangeFacts(
  call: Call,
  { stage, fullPath, eventPath }: Target,
  matched?: MatchedMethod,
  route = NO_ROUTE,
): ExchangeFacts {
  const { request, requestId, extendedRequestId, traceId, time, serving } = call;
  return {
    request,
    requestId,
    extendedRequestId,
    traceId,
    time,
    region: serving.account.region,
    accountId: serving.account.accountId,
    restApiId: stage.restApiId,
    deploymentId: stage.deployment.deploymentId,
    stageName: stage.stageName,
    stageVariables: stage.variables,
    isCanaryRequest: stage.isCanaryRequest,
    httpMethod: matched?.httpMethod ?? request.method,
    path: fullPath,
    eventPath,
    resourceId: matched?.resource.id ?? '',
    resourcePath: matched?.resource.path ?? '',
    sourcePath: matched ? `${matched.httpMethod}${matched.resource.path}` : '',
    pathParameters: matched?.pathParameters ?? {},
    route,
  };
}
