import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apis, restApis } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { freshId } from './freshIds';
import type { ControlConfig } from './ports';

/** By this tag emulators of AWS let those who make an API choose its id, so that its URL stays the same. */
const CUSTOM_ID = '_custom_id_';

/** A label of a host name, for it is one. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The id of a new API of any kind: a fresh one, or, where calls of the AWS endpoint are not signed (local emulation
 * on loopback), the one that its tag asks for. Elsewhere the tag is a tag: permissions name APIs by their ids, and
 * who may make an API must not choose which of them it has.
 * @throws ControlError BadRequestException for what is no label, ConflictException for an id that is taken
 */
export async function newApiId(
  db: Db,
  { customIds }: Pick<ControlConfig, 'customIds'>,
  table: typeof apis | typeof restApis,
  tags: Record<string, string> = {},
): Promise<string> {
  const id = customIds && Object.hasOwn(tags, CUSTOM_ID) ? tags[CUSTOM_ID] : undefined;
  if (id === undefined) return freshId(db, table, table === apis ? apis.apiId : restApis.id, 10);
  if (/[A-Z]/.test(id)) throw refused(`The RestApiId '${id}' cannot contain uppercase characters`);
  if (!LABEL.test(id)) throw refused(`The tag ${CUSTOM_ID} is 1 to 63 of a-z, 0-9 and -, not at an end`);
  if (await isTaken(db, id)) throw new ControlError('ConflictException', `An API with the id ${id} exists`);
  return id;
}

async function isTaken(db: Db, id: string): Promise<boolean> {
  const [rest] = await db.select({ id: restApis.id }).from(restApis).where(eq(restApis.id, id));
  const [other] = await db.select({ id: apis.apiId }).from(apis).where(eq(apis.apiId, id));
  return rest !== undefined || other !== undefined;
}

const refused = (message: string) => new ControlError('BadRequestException', message);
