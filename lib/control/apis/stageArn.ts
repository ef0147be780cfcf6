import type { ControlConfig } from '../ports';
import { apiArn } from './toApi';

export const stageArn = (config: ControlConfig, apiId: string, stageName: string): string =>
  `${apiArn(config, apiId)}/stages/${stageName}`;
