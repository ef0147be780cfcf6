import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Db } from '@/db/client';
import { apiKeys } from '@/db/schema';
import { type ApiKey, type ApiKeyPageQuery, apiKeyPageQuery } from '@/lib/model/apiKey';
import type { Page } from '@/lib/model/page';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { read, write } from '../operation';
import { parse } from '../parse';
import { permit } from '../permission';
import type { Secrets } from '../ports';
import { toApiKey, withPlans } from './readKeys';

type Query = z.output<typeof apiKeyPageQuery>;

const withoutValues = read({ name: 'GetApiKeys', permission: 'viewer' }, ({ db }, query: Query) =>
  readPage(db, query, null),
);

/** A write although it changes nothing: who saw values stands in the audit log. */
const withValues = write(
  { name: 'GetApiKeys', permission: 'editor' },
  async ({ db, ports, audit }, query: Query) => {
    const page = await readPage(db, query, ports.secrets);
    audit('apikeys', { includeValues: page.items.length });
    return page;
  },
);

/** Some keys at a time, newest first; values only where asked for, to editors and above. */
export const pageApiKeys =
  (context: ControlContext): Control['apiKeys']['page'] =>
  async (actor, input: ApiKeyPageQuery) => {
    permit(actor, 'viewer', 'GetApiKeys');
    const query = parse(apiKeyPageQuery, input);
    return (query.includeValues ? withValues : withoutValues)(context)(actor, query);
  };

async function readPage(db: Db, query: Query, secrets: Secrets | null): Promise<Page<ApiKey>> {
  const newestFirst = [desc(apiKeys.createdDate), desc(apiKeys.id)];
  const ids = db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(conditions(query))
    .orderBy(...newestFirst)
    .limit(query.limit + 1);
  const rows = await withPlans(db)
    .where(inArray(apiKeys.id, ids))
    .orderBy(...newestFirst);
  const items = rows.slice(0, query.limit).map((found) => ({
    ...toApiKey(found.row, found),
    ...(secrets && { value: secrets.decrypt(found.row.valueSealed) }),
  }));
  return { items, isMore: rows.length > query.limit };
}

function conditions({ nameQuery, customerId, after }: Query): SQL | undefined {
  const { createdDate, id, name } = apiKeys;
  return and(
    nameQuery === undefined ? undefined : sql`starts_with(${name}, ${nameQuery})`,
    customerId === undefined ? undefined : eq(apiKeys.customerId, customerId),
    after &&
      sql`(${createdDate}, ${id}) < (${new Date(after.createdDate).toISOString()}::timestamptz, ${after.id})`,
  );
}
