import type { ControlContext, ReadCall, WriteCall } from '../ControlContext';
import { read, write } from '../operation';
import type { ApiPart, Place } from './ApiPart';
import type { Held } from './ApisControl';
import { findApi, lockApi } from './findApi';
import { findPart, partRows } from './partRows';
import { createPart, deletePart, updatePart } from './writePart';

/** The operations on one kind of thing that is an Api's own. */
export function heldByApi<Item, Input, Settings extends object>(
  context: ControlContext,
  part: ApiPart<Item, Input, Settings>,
): Held<Item, Input, [apiId: string]> {
  const { name } = part;
  const place = async (call: WriteCall, apiId: string): Promise<Place> => ({
    call,
    api: await lockApi(call, apiId),
    parentId: '',
  });
  return {
    list: read({ name: `Get${name}s`, permission: 'viewer' }, (call, apiId: string) =>
      listParts(call, part, apiId, ''),
    )(context),
    get: read({ name: `Get${name}`, permission: 'viewer' }, (call, apiId: string, id: string) =>
      getPart(call, part, apiId, '', id),
    )(context),
    create: write(
      { name: `Create${name}`, permission: 'editor' },
      async (call, apiId: string, input: Input) => createPart(part, await place(call, apiId), input),
    )(context),
    update: write(
      { name: `Update${name}`, permission: 'editor' },
      async (call, apiId: string, id: string, input: Partial<Input>) =>
        updatePart(part, await place(call, apiId), id, input),
    )(context),
    delete: write({ name: `Delete${name}`, permission: 'editor' }, async (call, apiId: string, id: string) =>
      deletePart(part, await place(call, apiId), id),
    )(context),
  };
}

export async function listParts<Item, Input, Settings extends object>(
  call: ReadCall,
  part: ApiPart<Item, Input, Settings>,
  apiId: string,
  parentId: string,
): Promise<Item[]> {
  await findApi(call, apiId);
  if (part.parentKind) await findPart(call.db, apiId, part.parentKind, parentId);
  const rows = await partRows(call.db, apiId, part.kind, parentId);
  return rows.map(({ id, settings, apiGatewayManaged }) =>
    part.toItem(id, settings as Settings, apiGatewayManaged),
  );
}

export async function getPart<Item, Input, Settings extends object>(
  call: ReadCall,
  part: ApiPart<Item, Input, Settings>,
  apiId: string,
  parentId: string,
  id: string,
): Promise<Item> {
  await findApi(call, apiId);
  if (part.parentKind) await findPart(call.db, apiId, part.parentKind, parentId);
  const { settings, apiGatewayManaged } = await findPart(call.db, apiId, part.kind, id, parentId);
  return part.toItem(id, settings as Settings, apiGatewayManaged);
}
