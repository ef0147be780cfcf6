import { createHash } from 'node:crypto';
import { compileIntegration } from '../integrations/compileIntegration';
import { compileGatewayResponses } from '../responses/compileGatewayResponses';
import type { CompiledDeployment, CompiledMethod, CompiledResource, RequiredParameter } from './compiled';
import { RouteTree } from './RouteTree';
import { SnapshotRejected } from './SnapshotRejected';
import { throttleKey } from './throttleKey';
import type { DeploymentDocument, MethodDocument, ResourceDocument } from './types';

/**
 * Makes a deployment ready to run: route tree, templates, patterns, mappings. Runs once for each deployment;
 * the control plane runs it too, before it freezes one.
 * @throws SnapshotRejected with the place and the reason
 */
export function compileDeployment(document: DeploymentDocument): CompiledDeployment {
  const validators = new Set(
    document.requestValidators
      .filter(({ validateRequestParameters }) => validateRequestParameters)
      .map(({ id }) => id),
  );
  const routes = new RouteTree<CompiledResource>();
  for (const [index, resource] of document.resources.entries()) {
    const path = `resources[${index}]`;
    const compiled = compileResource(resource, validators, path);
    rejecting(`${path}.path`, () => routes.add(resource.path, compiled));
  }
  const { restApiId, deploymentId } = document;
  const gatewayResponses = rejecting('gatewayResponses', () =>
    compileGatewayResponses(document.gatewayResponses),
  );
  return { restApiId, deploymentId, fingerprint: fingerprintOf(document), routes, gatewayResponses };
}

/** Tells two documents apart, so that one sent again need not be compiled again. */
export function fingerprintOf(document: DeploymentDocument): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('base64');
}

function compileResource(
  resource: ResourceDocument,
  validators: ReadonlySet<string>,
  place: string,
): CompiledResource {
  const methods = new Map<string, CompiledMethod>();
  for (const [verb, method] of Object.entries(resource.resourceMethods)) {
    const path = `${place}.resourceMethods.${verb}`;
    if (method.httpMethod !== verb) throw new SnapshotRejected(`${path}.httpMethod`, `is not ${verb}`);
    methods.set(verb, compileMethod(resource, method, validators, path));
  }
  return { id: resource.id, path: resource.path, methods };
}

function compileMethod(
  resource: ResourceDocument,
  method: MethodDocument,
  validators: ReadonlySet<string>,
  place: string,
): CompiledMethod {
  const { methodIntegration, requestValidatorId = '' } = method;
  return {
    httpMethod: method.httpMethod,
    authorizationType: method.authorizationType,
    apiKeyRequired: method.apiKeyRequired,
    throttleKey: throttleKey(`${resource.path}/${method.httpMethod}`),
    requiredParameters: validators.has(requestValidatorId)
      ? requiredParameters(method, `${place}.requestParameters`)
      : [],
    integration: methodIntegration
      ? rejecting(`${place}.methodIntegration`, () =>
          compileIntegration(methodIntegration, method.methodResponses),
        )
      : undefined,
  };
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

function rejecting<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof SnapshotRejected) throw error;
    throw new SnapshotRejected(place, error instanceof Error ? error.message : String(error));
  }
}
