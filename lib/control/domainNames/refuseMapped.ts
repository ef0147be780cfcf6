import { and, eq } from 'drizzle-orm';
import { basePathMappings } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../ControlContext';

/**
 * AWS deletes no API and no stage that a domain name leads to. For operations that hold the API.
 * @param stage absent: any of the API's
 * @throws ControlError BadRequestException
 */
export async function refuseMapped({ db }: WriteCall, restApiId: string, stage?: string): Promise<void> {
  const [mapping] = await db
    .select({ domainName: basePathMappings.domainName })
    .from(basePathMappings)
    .where(
      and(
        eq(basePathMappings.restApiId, restApiId),
        stage === undefined ? undefined : eq(basePathMappings.stage, stage),
      ),
    )
    .limit(1);
  if (!mapping) return;
  const what = stage === undefined ? 'API' : 'stage';
  throw new ControlError(
    'BadRequestException',
    `Please remove all base path mappings related to the ${what} in your domains`,
  );
}
