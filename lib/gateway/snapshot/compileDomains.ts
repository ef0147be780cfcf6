import { SnapshotRejected } from './SnapshotRejected';
import type { DomainNameDocument } from './types';

/** Where a base path leads to. */
export interface BasePathTarget {
  restApiId: string;
  /** '': the first part of the path behind the base path */
  stageName: string;
}

/** Custom domain names in lower case, e.g. `api.example.com` or `*.example.com` -> base path, '' for `(none)` -> target. */
export type Domains = ReadonlyMap<string, ReadonlyMap<string, BasePathTarget>>;

/** @throws SnapshotRejected for a name that is there twice */
export function compileDomains(documents: readonly DomainNameDocument[] = []): Domains {
  const domains = new Map<string, ReadonlyMap<string, BasePathTarget>>();
  for (const [index, { domainName, basePathMappings }] of documents.entries()) {
    const name = domainName.toLowerCase();
    if (domains.has(name)) throw new SnapshotRejected(`domainNames[${index}]`, `${name} is there twice`);
    domains.set(
      name,
      new Map(
        basePathMappings.map(({ basePath, restApiId, stageName }) => [basePath, { restApiId, stageName }]),
      ),
    );
  }
  return domains;
}

/**
 * The base paths of a host: those of its own name, else of the wildcard that covers it. Two look-ups, however many
 * domains there are.
 * @param host in lower case, with its port if it was sent
 */
export function mappingsOf(domains: Domains, host: string): ReadonlyMap<string, BasePathTarget> | undefined {
  if (domains.size === 0) return undefined;
  const name = host.replace(/:\d+$/, '');
  return domains.get(name) ?? domains.get(`*${name.slice(name.indexOf('.'))}`);
}
