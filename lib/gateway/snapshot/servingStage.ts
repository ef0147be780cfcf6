import { backendRoute } from '../integrations/backendRoute';
import type { BucketRequest } from '../ports';
import type {
  CompiledDeployment,
  CompiledMethod,
  ServingStage,
  StageMethodFacts,
  StagePlan,
} from './compiled';
import { throttleKey } from './throttleKey';
import type { ClientCertificateDocument, StageDocument, Throttle, VpcLinkDocument } from './types';

/** What stages reach their backends with, by id. */
export interface ServingNetwork {
  clientCertificates: ReadonlyMap<string, ClientCertificateDocument>;
  vpcLinks: ReadonlyMap<string, VpcLinkDocument>;
}

const NO_NETWORK: ServingNetwork = { clientCertificates: new Map(), vpcLinks: new Map() };

/** A stage, ready to serve its deployment. */
export function servingStage(
  document: StageDocument,
  deployment: CompiledDeployment,
  network: ServingNetwork = NO_NETWORK,
  plans: ReadonlyMap<string, StagePlan> = new Map(),
): ServingStage {
  const { restApiId, stageName, variables } = document;
  const throttleOf = methodThrottle(document);
  const connection = {
    variables,
    maximumTimeoutInMillis: document.maximumTimeoutInMillis,
    clientCertificate: network.clientCertificates.get(document.clientCertificateId ?? ''),
    vpcLinks: network.vpcLinks,
  };
  const known = new Map<CompiledMethod, StageMethodFacts>();
  const build = (method: CompiledMethod): StageMethodFacts => {
    const integrationKey = `${restApiId}:${stageName}:${method.throttleKey}`;
    const throttle = throttleOf(method.throttleKey);
    const bucket: BucketRequest | undefined = throttle && { key: `stage:${integrationKey}`, throttle };
    const route = backendRoute(integrationKey, method.integration?.connection, connection);
    return { route, bucket };
  };
  return {
    restApiId,
    stageName,
    variables,
    deployment,
    plans,
    methodFacts: (method) => {
      const facts = known.get(method) ?? build(method);
      known.set(method, facts);
      return facts;
    },
  };
}

/**
 * A method's own setting wins over the stage's default. Either way the bucket is the method's: "per-API,
 * per-stage throttling limits are applied at the API method level for a stage"
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html).
 */
function methodThrottle({ throttle, methodThrottles }: StageDocument): (key: string) => Throttle | undefined {
  const own = new Map(Object.entries(methodThrottles).map(([key, value]) => [throttleKey(key), value]));
  return (key) => own.get(key) ?? throttle;
}
