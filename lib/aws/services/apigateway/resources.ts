import { z } from 'zod';
import type { Resource } from '@/lib/model/restApi';
import type { OperationCall } from '../../Service';
import { found } from './found';
import { inputOf } from './inputOf';
import { methodShape } from './methodShape';
import { paged } from './paged';
import { applyPatch, type PatchTable, readPatch } from './patch';
import { text } from './patchRules';
import type { Runs } from './Runs';

const inApi = z.object({ restapi_id: z.string() });
const address = inApi.extend({ resource_id: z.string() });
const embed = z.union([z.string(), z.array(z.string())]).optional();

const table: PatchTable<{ pathPart: string; parentId: string }> = {
  style: 'lists paths',
  rules: [text('/parentId', 'parentId'), text('/pathPart', 'pathPart')],
};

export const resources: Runs = {
  CreateResource: async (call) => {
    const shape = inApi.extend({ parent_id: z.string(), pathPart: z.string() });
    const { restapi_id: api, parent_id: parentId, pathPart } = await inputOf(call, shape);
    return shapeOf(await call.door.control.resources.create(call.actor, api, { parentId, pathPart }));
  },
  GetResources: async (call) => {
    const { restapi_id: api, embed: embedded } = await inputOf(call, inApi.extend({ embed }));
    const all = await call.door.control.resources.list(call.actor, api);
    return paged(
      call,
      all,
      ({ id }) => id,
      (resource) => shapeOf(resource, hasMethods(embedded)),
    );
  },
  GetResource: async (call) => {
    const {
      restapi_id: api,
      resource_id: id,
      embed: embedded,
    } = await inputOf(call, address.extend({ embed }));
    return shapeOf(await resourceOf(call, api, id), hasMethods(embedded));
  },
  UpdateResource: async (call) => {
    const { restapi_id: api, resource_id: id } = await inputOf(call, address);
    const operations = await readPatch(call);
    return call.door.control.together(async ({ resources: group }) => {
      const wanted = applyPatch({} as { pathPart: string; parentId: string }, operations, table);
      return shapeOf(await group.update(call.actor, api, id, wanted));
    });
  },
  DeleteResource: async (call) => {
    const { restapi_id: api, resource_id: id } = await inputOf(call, address);
    await call.door.control.resources.delete(call.actor, api, id);
  },
};

/** @throws AwsError NotFoundException */
export async function resourceOf(
  { door, actor }: OperationCall,
  restApiId: string,
  id: string,
): Promise<Resource> {
  const all = await door.control.resources.list(actor, restApiId);
  return found(
    all.find((resource) => resource.id === id),
    'Invalid Resource identifier specified',
  );
}

const hasMethods = (embedded: string | string[] | undefined) => [embedded ?? []].flat().includes('methods');

/** Methods only by their verbs, unless they are asked for. */
function shapeOf({ id, parentId, pathPart, path, resourceMethods }: Resource, whole = false) {
  const verbs = Object.entries(resourceMethods);
  const methods = verbs.map(([verb, method]) => [verb, whole ? methodShape(method, id) : {}] as const);
  return {
    id,
    ...(parentId !== undefined && { parentId, pathPart }),
    path,
    ...(verbs.length > 0 && { resourceMethods: Object.fromEntries(methods) }),
  };
}
