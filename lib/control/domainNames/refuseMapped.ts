import { and, eq } from 'drizzle-orm';
import { basePathMappings, routingRules } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../ControlContext';

/**
 * AWS deletes no API and no stage that a domain name leads to, by a mapping or by a rule. For operations that hold the API.
 * @param stage absent: any of the API's
 * @throws ControlError BadRequestException
 */
export async function refuseMapped({ db }: WriteCall, restApiId: string, stage?: string): Promise<void> {
  const leadsThere = (table: typeof basePathMappings | typeof routingRules) =>
    and(eq(table.restApiId, restApiId), stage === undefined ? undefined : eq(table.stage, stage));
  const what = stage === undefined ? 'API' : 'stage';
  const refuse = (kind: string) =>
    new ControlError(
      'BadRequestException',
      `Please remove all ${kind} related to the ${what} in your domains`,
    );
  if ((await db.$count(basePathMappings, leadsThere(basePathMappings))) > 0)
    throw refuse('base path mappings');
  if ((await db.$count(routingRules, leadsThere(routingRules))) > 0) throw refuse('routing rules');
}
