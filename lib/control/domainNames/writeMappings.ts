import { basePathMappings } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type BasePathMappingInput, basePathMappingInput } from '@/lib/model/domainName';
import { write } from '../operation';
import { parse } from '../parse';
import { checkRestTarget } from './checkMappingTarget';
import { findMapping, lockDomainName, mappingAt, toMapping } from './findDomainName';
import { refuseUnmappable, refuseUnroutable } from './refuseUnroutable';

/** Live at once, without a deployment. */
export const createMapping = write(
  { name: 'CreateBasePathMapping', permission: 'editor' },
  async (call, name: string, input: BasePathMappingInput) => {
    const members = parse(basePathMappingInput, input);
    const { domainName, settings } = await lockDomainName(call, name);
    refuseUnmappable(settings);
    await checkRestTarget(call, domainName, members);
    const [row] = await call.db
      .insert(basePathMappings)
      .values({ domainName, ...members })
      .onConflictDoNothing()
      .returning();
    if (!row) throw taken();
    await refuseUnroutable(call, domainName);
    call.audit(domainName, members);
    call.publish();
    return toMapping(row);
  },
);

/** Replaces it; its base path may change too. */
export const updateMapping = write(
  { name: 'UpdateBasePathMapping', permission: 'editor' },
  async (call, name: string, basePath: string, input: BasePathMappingInput) => {
    const members = parse(basePathMappingInput, input);
    const { domainName } = await lockDomainName(call, name);
    const before = await findMapping(call, domainName, basePath);
    await checkRestTarget(call, domainName, members);
    await call.db.delete(basePathMappings).where(mappingAt(domainName, before.basePath));
    const [row] = await call.db
      .insert(basePathMappings)
      .values({ domainName, ...members })
      .onConflictDoNothing()
      .returning();
    if (!row) throw taken();
    await refuseUnroutable(call, domainName);
    call.audit(domainName, { before: before.basePath, ...members });
    call.publish();
    return toMapping(row);
  },
);

export const deleteMapping = write(
  { name: 'DeleteBasePathMapping', permission: 'editor' },
  async (call, name: string, basePath: string) => {
    const { domainName } = await lockDomainName(call, name);
    const { basePath: found } = await findMapping(call, domainName, basePath);
    await call.db.delete(basePathMappings).where(mappingAt(domainName, found));
    call.audit(domainName, { basePath: found });
    call.publish();
  },
);

const taken = () =>
  new ControlError('ConflictException', 'Base path already exists for this domain name', [
    { field: 'basePath', message: 'Base path already exists for this domain name' },
  ]);
