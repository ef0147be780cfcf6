import type { AuthorizerDocument, DeploymentDocument, MethodDocument } from '@gatehouse/gateway/snapshot';
import type { Authorizer } from '@/lib/model/authorizer';
import type { Method } from '@/lib/model/method';
import type { RestApiDefinition } from '@/lib/model/restApi';

/** What the engine runs of a definition: everything but prose, the tree's links and what only documents carry. */
export function deploymentDocument(
  deploymentId: string,
  restApiId: string,
  definition: RestApiDefinition,
): DeploymentDocument {
  const { gatewayResponses, binaryMediaTypes, minimumCompressionSize, policy, apiKeySource } = definition;
  return {
    deploymentId,
    restApiId,
    name: definition.name,
    resources: definition.resources.map(({ id, path, resourceMethods }) => ({
      id,
      path,
      resourceMethods: Object.fromEntries(
        Object.entries(resourceMethods).map(([verb, method]) => [verb, methodDocument(method)]),
      ),
    })),
    requestValidators: definition.requestValidators.map(({ name, ...validator }) => validator),
    models: definition.models.map(({ name, contentType, schema }) => ({ name, contentType, schema })),
    ...(gatewayResponses && { gatewayResponses }),
    ...(binaryMediaTypes && { binaryMediaTypes }),
    ...(minimumCompressionSize !== undefined && { minimumCompressionSize }),
    ...(definition.authorizers && { authorizers: definition.authorizers.map(authorizerDocument) }),
    ...(policy !== undefined && { policy }),
    ...(apiKeySource && { apiKeySource }),
    ...(definition.disableExecuteApiEndpoint && { disableExecuteApiEndpoint: true }),
    ...(definition.endpointConfiguration?.types[0] === 'PRIVATE' && { isPrivate: true }),
  };
}

const authorizerDocument = ({ authType, ...document }: Authorizer): AuthorizerDocument => document;

function methodDocument(method: Method): MethodDocument {
  const { summary, description, tags, parameterDocumentation, methodResponses, ...document } = method;
  const declared = Object.entries(methodResponses).map(([code, { statusCode, responseParameters }]) => [
    code,
    { statusCode, responseParameters },
  ]);
  return { ...document, methodResponses: Object.fromEntries(declared) };
}
