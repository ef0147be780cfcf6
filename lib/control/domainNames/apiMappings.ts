import { and, eq } from 'drizzle-orm';
import { basePathMappings } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type ApiMapping, type ApiMappingInput, apiMappingInput } from '@/lib/model/v2/apiMapping';
import type { ControlContext, ReadCall } from '../ControlContext';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { checkApiTarget } from './checkMappingTarget';
import type { DomainNamesControl } from './DomainNamesControl';
import { findDomainName, lockDomainName, type MappingRow } from './findDomainName';
import { refuseUnmappable, refuseUnroutable } from './refuseUnroutable';

export function apiMappingsOperations(context: ControlContext): DomainNamesControl['apiMappings'] {
  return {
    list: listMappings(context),
    get: getMapping(context),
    create: createMapping(context),
    update: updateMapping(context),
    delete: deleteMapping(context),
  };
}

/** By key; those that V1 made too. */
const listMappings = read({ name: 'GetApiMappings', permission: 'viewer' }, async (call, name: string) => {
  const { domainName } = await findDomainName(call, name);
  const rows = await call.db
    .select()
    .from(basePathMappings)
    .where(eq(basePathMappings.domainName, domainName))
    .orderBy(basePathMappings.basePath);
  return rows.map(toApiMapping);
});

const getMapping = read(
  { name: 'GetApiMapping', permission: 'viewer' },
  async (call, name: string, apiMappingId: string) => {
    const { domainName } = await findDomainName(call, name);
    return toApiMapping(await findMapping(call, domainName, apiMappingId));
  },
);

/** Live at once, without a deployment. */
const createMapping = write(
  { name: 'CreateApiMapping', permission: 'editor' },
  async (call, name: string, input: ApiMappingInput) => {
    const { apiId, stage, apiMappingKey = '' } = parse(apiMappingInput, input);
    const { domainName, settings } = await lockDomainName(call, name);
    refuseUnmappable(settings);
    await checkApiTarget(call, domainName, { apiId, stage });
    const [row] = await call.db
      .insert(basePathMappings)
      .values({ domainName, basePath: apiMappingKey, restApiId: apiId, stage })
      .onConflictDoNothing()
      .returning();
    if (!row) throw taken();
    await refuseUnroutable(call, domainName);
    call.audit(domainName, { apiId, stage, apiMappingKey });
    call.publish();
    return toApiMapping(row);
  },
);

/** What is left out stays. */
const updateMapping = write(
  { name: 'UpdateApiMapping', permission: 'editor' },
  async (call, name: string, apiMappingId: string, change: Partial<ApiMappingInput>) => {
    const members = parse(apiMappingInput.partial(), change);
    const { domainName } = await lockDomainName(call, name);
    const before = await findMapping(call, domainName, apiMappingId);
    const {
      apiId = before.restApiId,
      stage = before.stage,
      apiMappingKey: basePath = before.basePath,
    } = members;
    await checkApiTarget(call, domainName, { apiId, stage });
    await refuseKey(call, domainName, apiMappingId, basePath);
    const [row = before] = await call.db
      .update(basePathMappings)
      .set({ restApiId: apiId, stage, basePath })
      .where(mappingOf(domainName, apiMappingId))
      .returning();
    await refuseUnroutable(call, domainName);
    call.audit(domainName, { apiId, stage, apiMappingKey: basePath, before: before.basePath });
    call.publish();
    return toApiMapping(row);
  },
);

const deleteMapping = write(
  { name: 'DeleteApiMapping', permission: 'editor' },
  async (call, name: string, apiMappingId: string) => {
    const { domainName } = await lockDomainName(call, name);
    const { basePath } = await findMapping(call, domainName, apiMappingId);
    await call.db.delete(basePathMappings).where(mappingOf(domainName, apiMappingId));
    call.audit(domainName, { apiMappingKey: basePath });
    call.publish();
  },
);

const mappingOf = (domainName: string, apiMappingId: string) =>
  and(eq(basePathMappings.domainName, domainName), eq(basePathMappings.apiMappingId, apiMappingId));

async function findMapping({ db }: ReadCall, domainName: string, apiMappingId: string): Promise<MappingRow> {
  const [row] = await db.select().from(basePathMappings).where(mappingOf(domainName, apiMappingId));
  if (!row)
    throw new ControlError('NotFoundException', 'The resource specified in the request was not found.');
  return row;
}

async function refuseKey({ db }: ReadCall, domainName: string, apiMappingId: string, key: string) {
  const { domainName: name, basePath } = basePathMappings;
  const [other] = await db
    .select()
    .from(basePathMappings)
    .where(and(eq(name, domainName), eq(basePath, key)));
  if (other && other.apiMappingId !== apiMappingId) throw taken();
}

const taken = () => {
  const message = 'ApiMapping key already exists for this domain name';
  return new ControlError(
    'ConflictException',
    message,
    badRequest({ field: 'apiMappingKey', message }).fields,
  );
};

const toApiMapping = ({ apiMappingId, basePath, restApiId, stage }: MappingRow): ApiMapping => ({
  apiMappingId,
  apiMappingKey: basePath,
  apiId: restApiId,
  stage,
});
