import { createHash } from 'node:crypto';
import { compileAuthorization } from '../authorizers/compileAuthorization';
import { compileCacheKey } from '../cache/compileCacheKey';
import { compileIntegration } from '../integrations/compileIntegration';
import { type BinaryTypes, compileBinaryTypes } from '../mapping/contentHandling';
import { compileModels, type Models } from '../models/compileModels';
import { compilePolicy, type Policy } from '../policy/compilePolicy';
import { compileGatewayResponses } from '../responses/compileGatewayResponses';
import type { ApiDeploymentDocument } from './apiTypes';
import type { CompiledDeployment, CompiledMethod, CompiledResource, RequiredParameter } from './compiled';
import { RouteTree } from './RouteTree';
import { rejecting, SnapshotRejected } from './SnapshotRejected';
import { throttleKey } from './throttleKey';
import type {
  AuthorizerDocument,
  DeploymentDocument,
  MethodDocument,
  RequestValidatorDocument,
  ResourceDocument,
} from './types';

/**
 * Makes a deployment ready to run: route tree, templates, patterns, mappings. Runs once for each deployment;
 * the control plane runs it too, before it freezes one.
 * @throws SnapshotRejected with the place and the reason
 */
export function compileDeployment(document: DeploymentDocument): CompiledDeployment {
  const validators = new Map(document.requestValidators.map((validator) => [validator.id, validator]));
  const rules: Rules = {
    validators,
    models: compileModels(document.models),
    binary: compileBinaryTypes(document.binaryMediaTypes),
    authorizers: new Map(document.authorizers?.map((authorizer) => [authorizer.id, authorizer])),
    hasResourcePolicy: document.policy !== undefined || document.isPrivate === true,
  };
  const routes = new RouteTree<CompiledResource>();
  for (const [index, resource] of document.resources.entries()) {
    const path = `resources[${index}]`;
    const compiled = compileResource(resource, rules, path);
    rejecting(`${path}.path`, () => routes.add(resource.path, compiled));
  }
  const { restApiId, deploymentId, minimumCompressionSize, policy, apiKeySource = 'HEADER' } = document;
  const gatewayResponses = rejecting('gatewayResponses', () =>
    compileGatewayResponses(document.gatewayResponses),
  );
  return {
    restApiId,
    deploymentId,
    fingerprint: fingerprintOf(document),
    routes,
    gatewayResponses,
    minimumCompressionSize,
    resourcePolicy:
      policy === undefined
        ? document.isPrivate
          ? NOBODY
          : undefined
        : rejecting('policy', () => resourcePolicy(policy, restApiId)),
    apiKeySource,
    disableExecuteApiEndpoint: document.disableExecuteApiEndpoint === true,
  };
}

/** A private API's that has no policy (reference section 14): every call fails. */
const NOBODY: Policy = { decide: () => ({ effect: 'Deny', statement: 0 }), matching: () => [] };

/** `execute-api:/stage/VERB/path` is short for the API's own ARN. */
function resourcePolicy(text: string, restApiId: string): Policy {
  return compilePolicy(text, {
    kind: 'resource',
    expandResource: (resource) =>
      resource.replace(/^execute-api:\/(?!\/)/, `arn:aws:execute-api:*:*:${restApiId}/`),
  });
}

/** Tells two documents apart, so that one sent again need not be compiled again. */
export function fingerprintOf(document: DeploymentDocument | ApiDeploymentDocument): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('base64');
}

/** What all methods of a deployment share. */
interface Rules {
  validators: ReadonlyMap<string, RequestValidatorDocument>;
  models: Models;
  binary: BinaryTypes | undefined;
  authorizers: ReadonlyMap<string, AuthorizerDocument>;
  hasResourcePolicy: boolean;
}

function compileResource(resource: ResourceDocument, rules: Rules, place: string): CompiledResource {
  const methods = new Map<string, CompiledMethod>();
  for (const [verb, method] of Object.entries(resource.resourceMethods)) {
    const path = `${place}.resourceMethods.${verb}`;
    if (method.httpMethod !== verb) throw new SnapshotRejected(`${path}.httpMethod`, `is not ${verb}`);
    methods.set(verb, compileMethod(resource, method, rules, path));
  }
  return { id: resource.id, path: resource.path, methods };
}

function compileMethod(
  resource: ResourceDocument,
  method: MethodDocument,
  rules: Rules,
  place: string,
): CompiledMethod {
  const { methodIntegration, requestValidatorId = '' } = method;
  const validator = rules.validators.get(requestValidatorId);
  const streams = methodIntegration?.responseTransferMode === 'STREAM';
  return {
    httpMethod: method.httpMethod,
    authorizationType: method.authorizationType,
    authorization: rejecting(`${place}.authorizerId`, () =>
      compileAuthorization(method, rules.authorizers, rules.hasResourcePolicy),
    ),
    apiKeyRequired: method.apiKeyRequired,
    throttleKey: throttleKey(`${resource.path}/${method.httpMethod}`),
    requiredParameters: validator?.validateRequestParameters
      ? requiredParameters(method, `${place}.requestParameters`)
      : [],
    bodyModels: validator?.validateRequestBody ? bodyModels(method, rules.models, place) : undefined,
    integration: methodIntegration
      ? rejecting(`${place}.methodIntegration`, () =>
          compileIntegration(methodIntegration, method.methodResponses, rules.binary),
        )
      : undefined,
    cacheKey:
      methodIntegration && !streams
        ? rejecting(`${place}.methodIntegration.cacheKeyParameters`, () =>
            compileCacheKey(methodIntegration, resource.id),
          )
        : undefined,
    streams,
  };
}

function bodyModels({ requestModels = {} }: MethodDocument, models: Models, place: string) {
  const entries = Object.entries(requestModels).map(([type, name]) => {
    const model = rejecting(`${place}.requestModels["${type}"]`, () => models(name));
    return [type.toLowerCase(), model] as const;
  });
  return new Map(entries);
}

/** AWS lists missing parameters by their full key: header, path, querystring. */
function requiredParameters(method: MethodDocument, place: string): RequiredParameter[] {
  return Object.entries(method.requestParameters)
    .filter(([, required]) => required)
    .map(([key]) => key)
    .sort()
    .map((key) => {
      const [, location, name] = /^method\.request\.(path|querystring|header)\.(.+)$/s.exec(key) ?? [];
      if (!location || !name) throw new SnapshotRejected(place, `invalid parameter ${key}`);
      return { location: location as RequiredParameter['location'], name };
    });
}
