import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { settings } from '@/db/schema';
import { throttleSettings } from '@/lib/model/throttle';
import type { Settings } from './control';

/** Absent where nothing is stored. */
const text = z.string().optional().catch(undefined);

/** One row of the table `settings` a member, under the member's name. */
const stored = z.object({
  signUpOpen: z.boolean().catch(true),
  egressAllowList: z.array(z.string()).catch([]),
  /** AWS's account default: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
  throttle: throttleSettings.catch({ rateLimit: 10_000, burstLimit: 5_000 }),
  retentionDays: z.number().catch(90),
  serviceEndpoints: z.record(z.string(), z.string()).catch({}),
  serviceAccessKeyId: text,
  signInUserPoolId: text,
  cloudwatchRoleArn: text,
});

/** The row of the secret that signs calls of AWS services, sealed; no answer ever has it. */
export const SERVICE_SECRET = 'serviceSecretAccessKeySealed';

/** The settings as stored, defaults where nothing is. */
export async function readSettings(db: Db): Promise<Settings> {
  const names = Object.keys(stored.shape);
  const rows = await db.select().from(settings).where(inArray(settings.name, names));
  const { serviceAccessKeyId, signInUserPoolId, cloudwatchRoleArn, ...rest } = stored.parse(
    Object.fromEntries(rows.map((row) => [row.name, row.value])),
  );
  return {
    ...rest,
    ...(serviceAccessKeyId !== undefined && { serviceAccessKeyId }),
    ...(signInUserPoolId !== undefined && { signInUserPoolId }),
    ...(cloudwatchRoleArn !== undefined && { cloudwatchRoleArn }),
  };
}

/** Whether functions that are not here are asked for somewhere else (lib/gateway/integrations/aws). */
export function isLambdaElsewhere({ serviceEndpoints, serviceAccessKeyId }: Settings): boolean {
  return serviceAccessKeyId !== undefined || serviceEndpoints.lambda !== undefined;
}
