import type { ApiPartKind } from '@/db/schema';
import type { ControlContext, WriteCall } from '../ControlContext';
import { read, write } from '../operation';
import type { ApiPart, Place } from './ApiPart';
import type { Held } from './ApisControl';
import { lockApi } from './findApi';
import { getPart, listParts } from './heldByApi';
import { findPart } from './partRows';
import { createPart, deletePart, updatePart } from './writePart';

/** The same of what stands below a route or an integration: its responses. */
export function heldByPart<Item, Input, Settings extends object>(
  context: ControlContext,
  part: ApiPart<Item, Input, Settings> & { parentKind: ApiPartKind },
): Held<Item, Input, [apiId: string, parentId: string]> {
  const { name } = part;
  const place = async (call: WriteCall, apiId: string, parentId: string): Promise<Place> => {
    const api = await lockApi(call, apiId);
    await findPart(call.db, apiId, part.parentKind, parentId);
    return { call, api, parentId };
  };
  return {
    list: read({ name: `Get${name}s`, permission: 'viewer' }, (call, apiId: string, parentId: string) =>
      listParts(call, part, apiId, parentId),
    )(context),
    get: read(
      { name: `Get${name}`, permission: 'viewer' },
      (call, apiId: string, parentId: string, id: string) => getPart(call, part, apiId, parentId, id),
    )(context),
    create: write(
      { name: `Create${name}`, permission: 'editor' },
      async (call, apiId: string, parentId: string, input: Input) =>
        createPart(part, await place(call, apiId, parentId), input),
    )(context),
    update: write(
      { name: `Update${name}`, permission: 'editor' },
      async (call, apiId: string, parentId: string, id: string, input: Partial<Input>) =>
        updatePart(part, await place(call, apiId, parentId), id, input),
    )(context),
    delete: write(
      { name: `Delete${name}`, permission: 'editor' },
      async (call, apiId: string, parentId: string, id: string) =>
        deletePart(part, await place(call, apiId, parentId), id),
    )(context),
  };
}
