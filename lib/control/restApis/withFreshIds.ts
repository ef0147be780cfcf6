import type { Db } from '@/db/client';
import { requestValidators, resources } from '@/db/schema';
import type { Method } from '@/lib/model/method';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { freshId, freshIds } from '../freshIds';

/**
 * A definition under new ids, its references with them: for APIs that are made from a document or another API.
 * @param keep ids to use instead of new ones: of resources by path, of validators by name
 */
export async function withFreshIds(
  db: Db,
  definition: RestApiDefinition,
  keep: { resources: Map<string, string>; validators: Map<string, string> } = {
    resources: new Map(),
    validators: new Map(),
  },
): Promise<RestApiDefinition> {
  const pool = await freshIds(db, resources, resources.id, 6, definition.resources.length);
  const ids = new Map(definition.resources.map(({ path }, index) => [path, pool[index] ?? '']));
  ids.set('/', await freshId(db, resources, resources.id, 10));
  for (const [path, id] of keep.resources) if (ids.has(path)) ids.set(path, id);
  const validators = await validatorIds(db, definition, keep.validators);
  return {
    ...definition,
    resources: definition.resources.map((resource) => ({
      ...resource,
      id: ids.get(resource.path) ?? '',
      parentId: ids.get(parentPath(resource.path) ?? ''),
      resourceMethods: Object.fromEntries(
        Object.entries(resource.resourceMethods).map(([verb, method]) => [
          verb,
          withValidator(method, validators),
        ]),
      ),
    })),
    requestValidators: definition.requestValidators.map((validator) => ({
      ...validator,
      id: validators.get(validator.id) ?? '',
    })),
  };
}

/** Old id -> new id. */
async function validatorIds(db: Db, definition: RestApiDefinition, keep: Map<string, string>) {
  const { requestValidators: all } = definition;
  const pool = await freshIds(db, requestValidators, requestValidators.id, 6, all.length);
  return new Map(all.map(({ id, name }, index) => [id, keep.get(name) ?? pool[index] ?? '']));
}

function withValidator(method: Method, validators: Map<string, string>): Method {
  const { requestValidatorId, ...members } = method;
  const id = requestValidatorId && validators.get(requestValidatorId);
  return id ? { ...members, requestValidatorId: id } : members;
}

/** `/a/b` -> `/a`, `/a` -> `/`, `/` -> none */
function parentPath(path: string): string | null {
  return path === '/' ? null : path.slice(0, path.lastIndexOf('/')) || '/';
}
