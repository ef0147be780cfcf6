import { z } from 'zod';
import { logDestination } from './accessLog';
import { AWS_TIMEOUT, LONGEST_TIMEOUT } from './integration';

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

export const unauthorizedCacheControlHeaderStrategies = [
  'FAIL_WITH_403',
  'SUCCEED_WITH_RESPONSE_HEADER',
  'SUCCEED_WITHOUT_RESPONSE_HEADER',
] as const;

const loggingLevels = ['OFF', 'ERROR', 'INFO'] as const;

/** -1, which Terraform sends for what it does not limit, is no limit of the entry's own. */
const isLimit = (value: number) => value >= 0 || value === -1;

/**
 * One entry of AWS's methodSettings, so far as it is built. A member that is absent is inherited: a method's from
 * the star pair, the star pair's from AWS's defaults (no own throttle, no caching, 300 s, authorization required).
 */
export const methodSetting = z
  .object({
    throttlingRateLimit: z
      .number('Rate must be a number')
      .max(1_000_000, 'Rate is at most 1,000,000')
      .refine(isLimit, 'Rate must not be negative')
      .optional(),
    throttlingBurstLimit: z
      .int('Burst must be a whole number')
      .max(1_000_000, 'Burst is at most 1,000,000')
      .refine(isLimit, 'Burst must not be negative')
      .optional(),
    cachingEnabled: z.boolean().optional(),
    cacheTtlInSeconds: z
      .int('Time to live is a whole number of seconds')
      .min(0, 'Time to live is 0 to 3600 seconds')
      .max(3600, 'Time to live is 0 to 3600 seconds')
      .optional(),
    requireAuthorizationForCacheControl: z.boolean().optional(),
    unauthorizedCacheControlHeaderStrategy: z.enum(unauthorizedCacheControlHeaderStrategies).optional(),
    /** kept and told back, as cacheDataEncrypted */
    metricsEnabled: z.boolean().optional(),
    /**
     * Of the execution log. AWS refuses a level while its account has no role for CloudWatch Logs; here, as with access
     * logs, nothing is asked: the gateway writes to its own database, and no role would let it in or keep it out.
     */
    loggingLevel: z.enum(loggingLevels).optional(),
    /** parameters, headers and bodies in the execution log too */
    dataTraceEnabled: z.boolean().optional(),
    cacheDataEncrypted: z.boolean().optional(),
  })
  .refine(
    (setting) => (setting.throttlingRateLimit === undefined) === (setting.throttlingBurstLimit === undefined),
    { message: 'Rate and burst are given together', path: ['throttlingBurstLimit'] },
  );
export type MethodSetting = z.infer<typeof methodSetting>;

/** AWS's methodSettings: key is a star pair for all methods, or `/path/VERB`, which Terraform begins without a slash. */
export const methodSettings = z
  .record(z.string().regex(/^(\*\/\*|\S*\/[A-Z]+)$/, 'Use */* or /path/VERB'), methodSetting)
  .refine((settings) => {
    const methods = Object.keys(settings).map((key) => key.replace(/^\/+/, ''));
    return new Set(methods).size === methods.length;
  }, 'Two entries are for the same method');

/** GB, as AWS sells them; entries share the machine's own bound too (GATEHOUSE_CACHE_MEGABYTES). */
export const cacheClusterSizes = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'] as const;
export const DEFAULT_CACHE_SIZE = '0.5';

export const canarySettings = z.object({
  percentTraffic: z
    .number('Percent must be a number')
    .min(0, 'Percent is 0 to 100')
    .max(100, 'Percent is 0 to 100'),
  deploymentId: z.string(),
  /** laid over the stage's variables */
  stageVariableOverrides: stageVariables.default({}),
  useStageCache: z.boolean().default(false),
});
export type CanarySettings = z.infer<typeof canarySettings>;

/** Where each call's line goes, and what it says (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html). */
export const accessLogSettings = z.object({
  destinationArn: logDestination.min(1, 'Invalid ARN specified in the request').optional(),
  format: z
    .string()
    .min(1, 'Access Log value must not be empty')
    .max(3072, 'An access log format has at most 3072 characters')
    .regex(/^[^\r\n]*\n?$/, 'An access log format is a single line')
    .regex(
      /\$context\.(requestId|extendedRequestId)/,
      'An access log format has $context.requestId or $context.extendedRequestId',
    )
    .optional(),
});
export type AccessLogSettings = z.infer<typeof accessLogSettings>;

/** null clears; what is left out stays. */
export const stageUpdate = z.object({
  deploymentId: z.string().optional(),
  description: z.string().max(1024).optional(),
  variables: stageVariables.optional(),
  methodSettings: methodSettings.optional(),
  cacheClusterEnabled: z.boolean().optional(),
  cacheClusterSize: z.enum(cacheClusterSizes).optional(),
  canarySettings: canarySettings.nullable().optional(),
  clientCertificateId: z.string().nullable().optional(),
  documentationVersion: z.string().nullable().optional(),
  accessLogSettings: accessLogSettings.nullable().optional(),
  tracingEnabled: z.boolean().optional(),
  /** Gatehouse's own: integrations of this stage may take so long, beyond AWS's 29 s; null: AWS's */
  maximumTimeoutInMillis: z
    .int()
    .min(AWS_TIMEOUT, 'The longest timeout is 29000 to 900000 ms')
    .max(LONGEST_TIMEOUT, 'The longest timeout is 29000 to 900000 ms')
    .nullable()
    .optional(),
});
export type StageUpdate = z.input<typeof stageUpdate>;

export const stageInput = stageUpdate.extend({ stageName, deploymentId: z.string() });
export type StageInput = z.input<typeof stageInput>;

export interface Stage {
  restApiId: string;
  stageName: string;
  deploymentId: string;
  description?: string;
  variables: Record<string, string>;
  methodSettings: Record<string, MethodSetting>;
  cacheClusterEnabled: boolean;
  cacheClusterSize?: (typeof cacheClusterSizes)[number];
  canarySettings?: CanarySettings;
  clientCertificateId?: string;
  documentationVersion?: string;
  accessLogSettings?: AccessLogSettings;
  tracingEnabled: boolean;
  maximumTimeoutInMillis?: number;
  invokeUrl: string;
  createdDate: number;
  lastUpdatedDate: number;
}
