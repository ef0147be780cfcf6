import type { Db } from '@/db/client';
import { authorizers, requestValidators, resources } from '@/db/schema';
import type { Method } from '@/lib/model/method';
import type { RestApiDefinition } from '@/lib/model/restApi';
import { freshId, freshIds } from '../freshIds';

/** Ids by what they are told apart by: resources by path, validators and authorizers by name. */
export interface KnownIds {
  resources: ReadonlyMap<string, string>;
  validators: ReadonlyMap<string, string>;
  authorizers: ReadonlyMap<string, string>;
}

const none: KnownIds = { resources: new Map(), validators: new Map(), authorizers: new Map() };

/**
 * A definition under new ids, its references with them: for APIs that are made from a document or another API.
 * @param keep ids to use instead of new ones
 */
export async function withFreshIds(
  db: Db,
  definition: RestApiDefinition,
  keep: KnownIds = none,
): Promise<RestApiDefinition> {
  const ids = await resourceIds(db, definition, keep.resources);
  const validators = await validatorIds(db, definition, keep.validators);
  const own = await authorizerIds(db, definition, keep.authorizers);
  return {
    ...definition,
    resources: definition.resources.map((resource) => ({
      ...resource,
      id: ids.get(resource.path) ?? '',
      parentId: ids.get(parentPath(resource.path) ?? ''),
      resourceMethods: Object.fromEntries(
        Object.entries(resource.resourceMethods).map(([verb, method]) => [
          verb,
          renamed(method, validators, own),
        ]),
      ),
    })),
    requestValidators: definition.requestValidators.map((validator) => ({
      ...validator,
      id: validators.get(validator.id) ?? '',
    })),
    ...(definition.authorizers && {
      authorizers: definition.authorizers.map((authorizer) => ({
        ...authorizer,
        id: own.get(authorizer.id) ?? '',
      })),
    }),
  };
}

/** Path -> id. */
async function resourceIds(db: Db, definition: RestApiDefinition, keep: KnownIds['resources']) {
  const pool = await freshIds(db, resources, resources.id, 6, definition.resources.length);
  const ids = new Map(definition.resources.map(({ path }, index) => [path, pool[index] ?? '']));
  ids.set('/', await freshId(db, resources, resources.id, 10));
  for (const [path, id] of keep) if (ids.has(path)) ids.set(path, id);
  return ids;
}

/** Old id -> new id. */
async function validatorIds(db: Db, definition: RestApiDefinition, keep: KnownIds['validators']) {
  const { requestValidators: all } = definition;
  const pool = await freshIds(db, requestValidators, requestValidators.id, 6, all.length);
  return new Map(all.map(({ id, name }, index) => [id, keep.get(name) ?? pool[index] ?? '']));
}

/** Old id -> new id. */
async function authorizerIds(
  db: Db,
  { authorizers: all = [] }: RestApiDefinition,
  keep: KnownIds['authorizers'],
) {
  const pool = await freshIds(db, authorizers, authorizers.id, 6, all.length);
  return new Map(all.map(({ id, name }, index) => [id, keep.get(name) ?? pool[index] ?? '']));
}

function renamed(
  method: Method,
  validators: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
): Method {
  const { requestValidatorId, authorizerId, ...members } = method;
  const validator = requestValidatorId && validators.get(requestValidatorId);
  const authorizer = authorizerId && own.get(authorizerId);
  return {
    ...members,
    ...(validator && { requestValidatorId: validator }),
    ...(authorizer && { authorizerId: authorizer }),
  };
}

/** `/a/b` -> `/a`, `/a` -> `/`, `/` -> none */
function parentPath(path: string): string | null {
  return path === '/' ? null : path.slice(0, path.lastIndexOf('/')) || '/';
}
