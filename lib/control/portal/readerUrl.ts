import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { basePathMappings, domainNames } from '@/db/schema';

/** What stands in front of a stage's paths. */
interface OwnUrl {
  apiId: string;
  stageName: string;
  /** of its default endpoint */
  invokeUrl: string;
  disableExecuteApiEndpoint: boolean | undefined;
}

/**
 * Where readers of a portal call a stage: its default endpoint or, where that is disabled, the custom domain name
 * that has the shortest way to it. One without any is shown as it is: nothing else names it.
 */
export async function readerUrl(db: Db, own: OwnUrl): Promise<string> {
  if (!own.disableExecuteApiEndpoint) return own.invokeUrl;
  const ways = await waysTo(db, own.apiId, own.stageName);
  const [way] = ways.sort((a, b) => a.path.length - b.path.length);
  if (!way) return own.invokeUrl;
  const url = new URL(own.invokeUrl);
  url.hostname = way.domainName;
  return `${url.protocol}//${url.host}${way.path}`;
}

/** By name; a wildcard name is none that can be called, and one by rules alone heeds no mapping. */
async function waysTo(
  db: Db,
  apiId: string,
  stageName: string,
): Promise<{ domainName: string; path: string }[]> {
  const { domainName, basePath, restApiId, stage } = basePathMappings;
  const rows = await db
    .select({ domainName, basePath, stage, settings: domainNames.settings })
    .from(basePathMappings)
    .innerJoin(domainNames, eq(domainNames.domainName, domainName))
    .where(and(eq(restApiId, apiId), inArray(stage, [stageName, ''])))
    .orderBy(asc(domainName), asc(basePath));
  return rows
    .filter((row) => !row.domainName.startsWith('*.') && row.settings.routingMode !== 'ROUTING_RULE_ONLY')
    .map((row) => {
      const parts = [row.basePath, row.stage === '' ? stageName : ''].filter((part) => part !== '');
      return { domainName: row.domainName, path: parts.map((part) => `/${part}`).join('') };
    });
}
