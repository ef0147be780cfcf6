import type { RestApi } from '@/lib/control/control';
import type { BasePathMapping } from '@/lib/model/domainName';

/** A base path as the page shows it. */
export interface MappingRow extends BasePathMapping {
  /** absent for an API that is none of REST */
  apiName?: string;
}

/** What a base path may lead to. */
export type MappableApi = Pick<RestApi, 'id' | 'name' | 'stageNames'>;

export function mappingRows(
  mappings: readonly BasePathMapping[],
  apis: readonly MappableApi[],
): MappingRow[] {
  const names = new Map(apis.map(({ id, name }) => [id, name]));
  return mappings.map((mapping) => {
    const apiName = names.get(mapping.restApiId);
    return { ...mapping, ...(apiName !== undefined && { apiName }) };
  });
}

/** AWS's word for the empty base path. */
export const shownBasePath = (basePath: string) => basePath || '(none)';
