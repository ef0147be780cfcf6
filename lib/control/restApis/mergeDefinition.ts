import type { Method } from '@/lib/model/method';
import type { RequestValidator, Resource, RestApiDefinition } from '@/lib/model/restApi';
import { mergeParts } from '../documentation/replaceParts';

/**
 * PutRestApi's merge (reference/operations.md section 7): what is imported replaces what has its name (a method
 * by path and verb, a model and a validator by name, a gateway response by type, a setting of the API as a whole),
 * the rest is kept. The API keeps its name, description and version. Ids of the two sides never meet: validators
 * are told apart by name.
 */
export function mergeDefinition(existing: RestApiDefinition, imported: RestApiDefinition): RestApiDefinition {
  const validators = mergeBy('name', existing.requestValidators, imported.requestValidators);
  const idOf = new Map(
    [...imported.requestValidators, ...existing.requestValidators].map(({ name, id }) => [name, id]),
  );
  return {
    ...existing,
    resources: mergeResources(
      existing.resources,
      imported.resources.map((resource) => renamed(resource, imported.requestValidators, idOf)),
    ),
    models: mergeBy('name', existing.models, imported.models),
    ...mergeSettings(existing, imported),
    requestValidators: validators.map(({ id, ...validator }) => ({
      ...validator,
      id: idOf.get(validator.name) ?? id,
    })),
  };
}

/** Replaced members stand where the old ones stood. */
function mergeBy<Member>(key: keyof Member, existing: Member[], imported: Member[]): Member[] {
  return [...new Map([...existing, ...imported].map((member) => [member[key], member])).values()];
}

function mergeSettings(existing: RestApiDefinition, imported: RestApiDefinition): Partial<RestApiDefinition> {
  const binaryMediaTypes = imported.binaryMediaTypes ?? existing.binaryMediaTypes;
  const minimumCompressionSize = imported.minimumCompressionSize ?? existing.minimumCompressionSize;
  const apiKeySource = imported.apiKeySource ?? existing.apiKeySource;
  const responses = mergeBy('responseType', existing.gatewayResponses ?? [], imported.gatewayResponses ?? []);
  const parts = mergeParts(existing.documentationParts, imported.documentationParts);
  return {
    ...(binaryMediaTypes && { binaryMediaTypes }),
    ...(minimumCompressionSize !== undefined && { minimumCompressionSize }),
    ...(apiKeySource && { apiKeySource }),
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

/** A method's validator under the id that its name has in the merged definition. */
function renamed(resource: Resource, own: RequestValidator[], idOf: Map<string, string>): Resource {
  const merged = ({ requestValidatorId, ...method }: Method): Method => {
    const name = own.find(({ id }) => id === requestValidatorId)?.name;
    const id = name === undefined ? undefined : idOf.get(name);
    return id === undefined ? method : { ...method, requestValidatorId: id };
  };
  const methods = Object.entries(resource.resourceMethods).map(([verb, method]) => [verb, merged(method)]);
  return { ...resource, resourceMethods: Object.fromEntries(methods) };
}
