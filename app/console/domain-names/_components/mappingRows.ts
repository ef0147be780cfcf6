import type { ApiKind } from '@/components/console/places';
import type { BasePathMapping } from '@/lib/model/domainName';
import type { ApiMapping } from '@/lib/model/v2/apiMapping';

/** A base path as the page shows it. */
export interface MappingRow extends BasePathMapping {
  apiMappingId: string;
  /** absent for an API that is gone */
  apiName?: string;
  kind: ApiKind;
}

/** What a base path may lead to. */
export interface MappableApi {
  id: string;
  name: string;
  kind: ApiKind;
  stageNames: string[];
}

export function mappingRows(mappings: readonly ApiMapping[], apis: readonly MappableApi[]): MappingRow[] {
  const known = new Map(apis.map((api) => [api.id, api]));
  return mappings.map(({ apiMappingId, apiMappingKey, apiId, stage }) => {
    const api = known.get(apiId);
    return {
      apiMappingId,
      basePath: apiMappingKey,
      restApiId: apiId,
      stage,
      kind: api?.kind ?? 'REST',
      ...(api && { apiName: api.name }),
    };
  });
}

/** AWS's word for the empty base path. */
export const shownBasePath = (basePath: string) => basePath || '(none)';
