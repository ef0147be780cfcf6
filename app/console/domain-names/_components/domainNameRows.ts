import type { DomainName, DomainNameMapping } from '@/lib/model/domainName';
import { shownBasePath } from './mappingRows';

/** A name with the base paths below it, `(none)` first. */
export interface DomainNameRow extends DomainName {
  basePaths: string[];
}

export function domainNameRows(
  names: readonly DomainName[],
  mappings: readonly DomainNameMapping[],
): DomainNameRow[] {
  const paths = new Map<string, string[]>();
  for (const { domainName, basePath } of mappings) {
    const known = paths.get(domainName);
    if (known) known.push(shownBasePath(basePath));
    else paths.set(domainName, [shownBasePath(basePath)]);
  }
  return names.map((name) => ({ ...name, basePaths: paths.get(name.domainName) ?? [] }));
}
