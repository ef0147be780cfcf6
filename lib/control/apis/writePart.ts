import { and, eq } from 'drizzle-orm';
import { apiParts } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { freshIds } from '../freshIds';
import { parse } from '../parse';
import type { ApiPart, Place } from './ApiPart';
import { autoDeploy } from './autoDeploy';
import { mergeMembers, tidy } from './mergeMembers';
import { countParts, findPart, partAt, partRows } from './partRows';

/** Lengths seen on the service (reference/control-plane.md section 3). */
const idLength = { route: 7, integration: 7 } as const;

/** One more; stages that deploy automatically do not hear of it (createPart). */
export async function insertPart<Item, Input, Settings extends object>(
  part: ApiPart<Item, Input, Settings>,
  place: Place,
  input: unknown,
  apiGatewayManaged = false,
): Promise<{ id: string; item: Item }> {
  const [made] = await insertParts(part, place, [input], apiGatewayManaged);
  if (!made) throw new Error('The part was not written');
  return made;
}

/** The same of several, in one statement. */
export async function insertParts<Item, Input, Settings extends object>(
  part: ApiPart<Item, Input, Settings>,
  place: Place,
  inputs: readonly unknown[],
  apiGatewayManaged = false,
): Promise<{ id: string; item: Item }[]> {
  if (inputs.length === 0) return [];
  const { call, api, parentId } = place;
  const all: Settings[] = [];
  for (const input of inputs) all.push(tidy(await part.complete(place, parse(part.schema, input), null)));
  await checkRoom(part, place, all.length);
  const length = part.kind === 'route' || part.kind === 'integration' ? idLength[part.kind] : 6;
  const ids = await freshIds(call.db, apiParts, apiParts.id, length, all.length);
  const made = all.map((settings, at) => ({ settings, id: ids[at] ?? '' }));
  const rows = await call.db
    .insert(apiParts)
    .values(
      made.map(({ settings, id }) => ({
        ...{ apiId: api.apiId, id, kind: part.kind, parentId, settings, apiGatewayManaged },
        key: part.keyOf?.(settings) ?? id,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: apiParts.id });
  const written = new Set(rows.map(({ id }) => id));
  const twice = made.find(({ id }) => !written.has(id));
  if (twice) throw alreadyThere(part, twice.settings);
  return made.map(({ settings, id }) => ({ id, item: part.toItem(id, settings, apiGatewayManaged) }));
}

export async function createPart<Item, Input, Settings extends object>(
  part: ApiPart<Item, Input, Settings>,
  place: Place,
  input: unknown,
): Promise<Item> {
  const { id, item } = await insertPart(part, place, input);
  place.call.audit(place.api.apiId, { [part.kind]: id });
  await autoDeploy(place.call, place.api);
  return item;
}

export async function updatePart<Item, Input, Settings extends object>(
  part: ApiPart<Item, Input, Settings>,
  place: Place,
  id: string,
  change: object,
): Promise<Item> {
  const { item } = await changePart(part, place, id, (before) => mergeMembers(before, change));
  await autoDeploy(place.call, place.api);
  return item;
}

/** @param change what it is to be, of what it is */
export async function changePart<Item, Input, Settings extends object>(
  part: ApiPart<Item, Input, Settings>,
  place: Place,
  id: string,
  change: (before: Settings) => object,
): Promise<{ item: Item; before: Settings }> {
  const { call, api, parentId } = place;
  const row = await findPart(call.db, api.apiId, part.kind, id, parentId);
  const before = row.settings as Settings;
  const settings = tidy(await part.complete(place, parse(part.schema, change(before)), before));
  if (row.apiGatewayManaged) part.refuseManaged?.(before, settings);
  const key = part.keyOf?.(settings) ?? id;
  if (key !== row.key) await refuseKey(part, place, key, settings);
  await call.db.update(apiParts).set({ settings, key }).where(partAt(api.apiId, id));
  call.audit(api.apiId, { [part.kind]: id });
  return { item: part.toItem(id, settings, row.apiGatewayManaged), before };
}

export async function deletePart<Item, Input, Settings extends object>(
  part: ApiPart<Item, Input, Settings>,
  place: Place,
  id: string,
): Promise<void> {
  const { call, api, parentId } = place;
  const row = await findPart(call.db, api.apiId, part.kind, id, parentId);
  if (row.apiGatewayManaged && part.staysManaged) throw stays(part);
  await part.refuseDelete?.(place, id, row.settings as Settings);
  await call.db.delete(apiParts).where(partAt(api.apiId, id));
  if (part.children) await call.db.delete(apiParts).where(below(api.apiId, id));
  call.audit(api.apiId, { [part.kind]: id, deleted: true });
  await autoDeploy(call, api);
}

const stays = ({ name }: { name: string }) =>
  new ControlError('BadRequestException', `${name} is managed by API Gateway and cannot be deleted`);

const below = (apiId: string, id: string) => and(eq(apiParts.apiId, apiId), eq(apiParts.parentId, id));

async function checkRoom<Item, Input, Settings extends object>(
  { kind, name, limit }: ApiPart<Item, Input, Settings>,
  { call, api, parentId }: Place,
  more: number,
): Promise<void> {
  if (limit === undefined) return;
  if ((await countParts(call.db, api.apiId, kind, parentId)) + more <= limit) return;
  throw new ControlError(
    'TooManyRequestsException',
    `Maximum number of ${name}s for this API has been reached. Please contact AWS if you need additional ${name}s.`,
  );
}

async function refuseKey<Item, Input, Settings extends object>(
  part: ApiPart<Item, Input, Settings>,
  { call, api, parentId }: Place,
  key: string,
  settings: Settings,
): Promise<void> {
  const rows = await partRows(call.db, api.apiId, part.kind, parentId);
  if (rows.some((row) => row.key === key)) throw alreadyThere(part, settings);
}

function alreadyThere<Item, Input, Settings extends object>(
  { name, taken }: ApiPart<Item, Input, Settings>,
  settings: Settings,
): ControlError {
  return new ControlError('ConflictException', taken?.(settings) ?? `${name} already exists for this API`);
}
