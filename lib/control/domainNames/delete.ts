import { eq } from 'drizzle-orm';
import { domainNames } from '@/db/schema';
import { write } from '../operation';
import { dropTags } from '../tags/dropTags';
import { lockDomainName } from './findDomainName';

/** With its base path mappings and routing rules. */
export const deleteDomainName = write(
  { name: 'DeleteDomainName', permission: 'editor' },
  async (call, name: string) => {
    const { domainName } = await lockDomainName(call, name);
    await call.db.delete(domainNames).where(eq(domainNames.domainName, domainName));
    await dropTags(call, `/domainnames/${domainName}`);
    call.audit(domainName);
    call.publish();
  },
);
