import type { ApiKind } from '@/components/console/places';
import type { RestApi } from '@/lib/control/control';
import type { Api } from '@/lib/model/v2/api';

/** An API of any kind, as the list shows it. */
export interface ApiLine {
  id: string;
  name: string;
  kind: ApiKind;
  version?: string | undefined;
  description?: string | undefined;
  stageNames: string[];
  /** methods or routes */
  callableCount: number;
  /** ms since the epoch */
  createdDate: number;
}

export const restApiLine = (api: RestApi): ApiLine => ({
  id: api.id,
  name: api.name,
  kind: 'REST',
  version: api.version,
  description: api.description,
  stageNames: api.stageNames,
  callableCount: api.methodCount,
  createdDate: api.createdDate,
});

export const apiLine = (
  api: Api,
  held: { stages: readonly { stageName: string }[]; routes: readonly unknown[] },
): ApiLine => ({
  id: api.apiId,
  name: api.name,
  kind: api.protocolType,
  version: api.version,
  description: api.description,
  stageNames: held.stages.map(({ stageName }) => stageName),
  callableCount: held.routes.length,
  createdDate: api.createdDate,
});
