import type { Method } from '@/lib/model/method';
import type { Resource, RestApiDefinition } from '@/lib/model/restApi';
import { mergeParts } from '../documentation/replaceParts';

/**
 * PutRestApi's merge (reference/operations.md section 7): what is imported replaces what has its name (a method
 * by path and verb, a model, a validator and an authorizer by name, a gateway response by type, a setting of the API
 * as a whole, its name, description and version among them), the rest is kept; binary media types come to those that
 * are there (both as recorded). Ids of the two sides never meet: validators and authorizers are told apart by name.
 */
export function mergeDefinition(existing: RestApiDefinition, imported: RestApiDefinition): RestApiDefinition {
  const validators = mergeNamed(existing.requestValidators, imported.requestValidators);
  const authorizers = mergeNamed(existing.authorizers ?? [], imported.authorizers ?? []);
  const { name, description = existing.description, version = existing.version } = imported;
  return {
    ...existing,
    name,
    ...(description !== undefined && { description }),
    ...(version !== undefined && { version }),
    resources: mergeResources(
      existing.resources,
      imported.resources.map((resource) => renamed(resource, validators.ids, authorizers.ids)),
    ),
    models: mergeBy('name', existing.models, imported.models),
    ...mergeSettings(existing, imported),
    requestValidators: validators.all,
    ...(authorizers.all.length > 0 && { authorizers: authorizers.all }),
  };
}

/** Replaced members stand where the old ones stood. */
function mergeBy<Member>(key: keyof Member, existing: Member[], imported: Member[]): Member[] {
  return [...new Map([...existing, ...imported].map((member) => [member[key], member])).values()];
}

/** The same for what has an id, which a replaced one keeps. `ids`: imported id -> id in the merged definition. */
function mergeNamed<Member extends { id: string; name: string }>(existing: Member[], imported: Member[]) {
  const kept = new Map(existing.map(({ name, id }) => [name, id]));
  const ids = new Map(imported.map(({ name, id }) => [id, kept.get(name) ?? id]));
  const all = mergeBy('name', existing, imported).map((member) => ({
    ...member,
    id: kept.get(member.name) ?? member.id,
  }));
  return { all, ids };
}

function mergeSettings(existing: RestApiDefinition, imported: RestApiDefinition): Partial<RestApiDefinition> {
  const binaryMediaTypes = imported.binaryMediaTypes && [
    ...new Set([...(existing.binaryMediaTypes ?? []), ...imported.binaryMediaTypes]),
  ];
  const minimumCompressionSize = imported.minimumCompressionSize ?? existing.minimumCompressionSize;
  const apiKeySource = imported.apiKeySource ?? existing.apiKeySource;
  const policy = imported.policy ?? existing.policy;
  const endpointConfiguration = imported.endpointConfiguration ?? existing.endpointConfiguration;
  const disableExecuteApiEndpoint = imported.disableExecuteApiEndpoint ?? existing.disableExecuteApiEndpoint;
  const responses = mergeBy('responseType', existing.gatewayResponses ?? [], imported.gatewayResponses ?? []);
  const parts = mergeParts(existing.documentationParts, imported.documentationParts);
  return {
    ...(binaryMediaTypes && { binaryMediaTypes }),
    ...(minimumCompressionSize !== undefined && { minimumCompressionSize }),
    ...(apiKeySource && { apiKeySource }),
    ...(policy !== undefined && { policy }),
    ...(endpointConfiguration && { endpointConfiguration }),
    ...(disableExecuteApiEndpoint !== undefined && { disableExecuteApiEndpoint }),
    ...(responses.length > 0 && { gatewayResponses: responses }),
    ...(parts.length > 0 && { documentationParts: parts }),
  };
}

function mergeResources(existing: Resource[], imported: Resource[]): Resource[] {
  const byPath = new Map(existing.map((resource) => [resource.path, resource]));
  for (const resource of imported) {
    const before = byPath.get(resource.path);
    const methods = { ...before?.resourceMethods, ...resource.resourceMethods };
    byPath.set(resource.path, { ...resource, ...before, resourceMethods: methods });
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Methods that name their validator and authorizer by the ids of the merged definition. */
function renamed(
  resource: Resource,
  validators: ReadonlyMap<string, string>,
  authorizers: ReadonlyMap<string, string>,
): Resource {
  const merged = ({ requestValidatorId, authorizerId, ...method }: Method): Method => {
    const validator = requestValidatorId && validators.get(requestValidatorId);
    const authorizer = authorizerId && authorizers.get(authorizerId);
    return {
      ...method,
      ...(validator && { requestValidatorId: validator }),
      ...(authorizer && { authorizerId: authorizer }),
    };
  };
  const methods = Object.entries(resource.resourceMethods).map(([verb, method]) => [verb, merged(method)]);
  return { ...resource, resourceMethods: Object.fromEntries(methods) };
}
