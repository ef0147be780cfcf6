import { z } from 'zod';
import { logDestination } from '../accessLog';
import { stageVariables } from '../stage';
import { tags } from '../tag';

export const DEFAULT_STAGE = '$default';

export const routeSettings = z.object({
  throttlingBurstLimit: z.int().min(0).optional(),
  throttlingRateLimit: z.number().min(0).optional(),
  detailedMetricsEnabled: z.boolean().optional(),
  /** WebSocket only, as the next */
  loggingLevel: z.enum(['ERROR', 'INFO', 'OFF']).optional(),
  dataTraceEnabled: z.boolean().optional(),
});
export type RouteSettings = z.infer<typeof routeSettings>;

export const stageSettings = z.object({
  autoDeploy: z.boolean().optional(),
  deploymentId: z.string().optional(),
  description: z.string().max(1024).optional(),
  stageVariables: stageVariables.optional(),
  defaultRouteSettings: routeSettings.optional(),
  /** by route key */
  routeSettings: z.record(z.string(), routeSettings).optional(),
  accessLogSettings: z
    .object({
      /** '' clears it */
      destinationArn: logDestination.optional(),
      format: z
        .string()
        .max(3072, 'An access log format has at most 3072 characters')
        .regex(/^[^\r\n]*\n?$/, 'An access log format is a single line')
        .optional(),
    })
    .optional(),
  clientCertificateId: z.string().optional(),
});

export type StageSettings = z.infer<typeof stageSettings>;

export const stageInput = stageSettings.extend({
  /** letters, digits, `-` and `_`, or `$default` (HTTP APIs) */
  stageName: z
    .string()
    .regex(/^(\$default|[A-Za-z0-9_-]{1,128})$/, 'Stage name only allows a-zA-Z0-9_- and $default'),
  tags: tags.optional(),
});
export type StageInput = z.infer<typeof stageInput>;
export type StageUpdate = Partial<StageSettings>;

export interface Stage extends StageSettings {
  stageName: string;
  apiGatewayManaged?: boolean;
  autoDeploy: boolean;
  defaultRouteSettings: RouteSettings;
  routeSettings: Record<string, RouteSettings>;
  stageVariables: Record<string, string>;
  /** ms since the epoch */
  createdDate: number;
  lastUpdatedDate: number;
  lastDeploymentStatusMessage?: string;
  tags: Record<string, string>;
}

export interface Deployment {
  deploymentId: string;
  autoDeployed: boolean;
  description?: string;
  /** ms since the epoch */
  createdDate: number;
  deploymentStatus: 'PENDING' | 'FAILED' | 'DEPLOYED';
  deploymentStatusMessage?: string;
}
