import type { Api } from '@/lib/model/v2/api';
import { DEFAULT_STAGE } from '@/lib/model/v2/stage';

/** Where a stage answers; `$default` has no part of the path. */
export const invokeUrl = ({ apiEndpoint }: Pick<Api, 'apiEndpoint'>, stageName: string): string =>
  stageName === DEFAULT_STAGE ? apiEndpoint : `${apiEndpoint}/${stageName}`;
