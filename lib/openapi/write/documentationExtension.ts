import { type DocumentationPart, locationKey, parseProperties } from '@/lib/model/documentation';
import { isoSeconds } from '@/lib/model/isoSeconds';
import { compact, sortedBy } from './compact';
import type { Part } from './ExportContext';

/** `x-amazon-apigateway-documentation`: parts with properties as objects, under their version's name. */
export function documentationExtension(
  parts: readonly DocumentationPart[] = [],
  version: { version: string; createdDate?: number } | undefined,
): Part | undefined {
  if (parts.length === 0) return undefined;
  const documentationParts = sortedBy(parts, ({ location }) => locationKey(location)).map(
    ({ location, properties }) => ({ location, properties: parseProperties(properties) ?? {} }),
  );
  return compact({
    version: version?.version,
    createdDate: version?.createdDate === undefined ? undefined : isoSeconds(version.createdDate),
    documentationParts,
  });
}
