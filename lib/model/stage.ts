import { z } from 'zod';
import { throttleSettings } from './throttle';

export const stageName = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/, 'Stage name only allows a-zA-Z0-9_- and is 1 to 128 characters long');

export const stageVariables = z
  .record(
    z.string().regex(/^[A-Za-z0-9_]{1,64}$/, 'Variable names are letters, digits and _ (at most 64)'),
    z
      .string()
      .regex(/^[A-Za-z0-9\-._~:/?#&=,]{0,512}$/, 'Variable values allow A-Za-z0-9-._~:/?#&=, (at most 512)'),
  )
  .refine((variables) => Object.keys(variables).length <= 100, 'A stage has at most 100 variables');

/** AWS's methodSettings, so far as they are built: key is a star pair for all methods, or `/path/VERB`. */
export const methodSettings = z.record(
  z.string().regex(/^(\*\/\*|\/(\S*\/)?[A-Z]+)$/, 'Use */* or /path/VERB'),
  throttleSettings,
);

export const stageUpdate = z.object({
  deploymentId: z.string().optional(),
  description: z.string().max(1024).optional(),
  variables: stageVariables.optional(),
  methodSettings: methodSettings.optional(),
});
export type StageUpdate = z.infer<typeof stageUpdate>;

export interface Stage {
  restApiId: string;
  stageName: string;
  deploymentId: string;
  description?: string;
  variables: Record<string, string>;
  methodSettings: Record<string, { rateLimit: number; burstLimit: number }>;
  invokeUrl: string;
  createdDate: number;
  lastUpdatedDate: number;
}
