import { and, eq, inArray, ne } from 'drizzle-orm';
import { apis, basePathMappings } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type ApiRow, lockApi } from '../apis/findApi';
import { findApiStageOrNull } from '../apis/findApiStage';
import type { WriteCall } from '../ControlContext';
import { badRequest } from '../parse';
import { lockRestApi } from '../restApis/lockRestApi';
import { findStageOrNull } from '../stages/findStage';

interface RestTarget {
  restApiId: string;
  /** '': the path names it */
  stage: string;
}

/** That what a REST API's mapping names is there. @throws ControlError BadRequestException */
export async function checkRestTarget(
  call: WriteCall,
  domainName: string,
  target: RestTarget,
): Promise<void> {
  await checkRestStage(call, target, { restApiId: 'restApiId', stage: 'stage' });
  await refuseSharedName(call, domainName, null, target.restApiId);
}

/**
 * That a public REST API and its stage are there. Holds the API until the transaction ends, as does what deletes its
 * stages.
 * @param fields what a refusal calls the two
 * @throws ControlError BadRequestException
 */
export async function checkRestStage(
  call: WriteCall,
  { restApiId, stage }: RestTarget,
  fields: Record<keyof RestTarget, string>,
): Promise<void> {
  const api = await lockRestApi(call, restApiId).catch((error: unknown) => {
    if (!(error instanceof ControlError)) throw error;
    throw badRequest({ field: fields.restApiId, message: 'Invalid REST API identifier specified' });
  });
  if (api.endpointConfiguration?.types[0] === 'PRIVATE')
    throw badRequest({
      field: fields.restApiId,
      message: 'Only a private custom domain name leads to a private API',
    });
  if (stage !== '' && !(await findStageOrNull(call.db, restApiId, stage)))
    throw badRequest({ field: fields.stage, message: 'Invalid stage identifier specified' });
}

/** The same of an API of any kind. @throws ControlError BadRequestException, NotFoundException */
export async function checkApiTarget(
  call: WriteCall,
  domainName: string,
  target: { apiId: string; stage: string },
): Promise<void> {
  const api = await lockApiOrNull(call, target.apiId);
  if (!api) return checkRestTarget(call, domainName, { restApiId: target.apiId, stage: target.stage });
  await refuseSharedName(call, domainName, api, target.apiId);
  if (!(await findApiStageOrNull(call.db, target.apiId, target.stage)))
    throw badRequest({ field: 'stage', message: 'Invalid stage identifier specified' });
}

async function lockApiOrNull(call: WriteCall, apiId: string): Promise<ApiRow | null> {
  const there = await call.db.$count(apis, eq(apis.apiId, apiId));
  return there === 0 ? null : lockApi(call, apiId);
}

/** One name serves WebSocket APIs or the other kinds (reference/websocket-apis.md section 1). */
async function refuseSharedName(
  call: WriteCall,
  domainName: string,
  api: ApiRow | null,
  apiId: string,
): Promise<void> {
  const { restApiId } = basePathMappings;
  const others = await call.db
    .select({ restApiId })
    .from(basePathMappings)
    .where(and(eq(basePathMappings.domainName, domainName), ne(restApiId, apiId)));
  if (others.length === 0) return;
  const ids = others.map((other) => other.restApiId);
  const sockets = await call.db.$count(
    apis,
    and(inArray(apis.apiId, ids), eq(apis.protocolType, 'WEBSOCKET')),
  );
  const isSocket = api?.protocolType === 'WEBSOCKET';
  if (isSocket ? sockets === new Set(ids).size : sockets === 0) return;
  throw badRequest({
    field: 'apiId',
    message: 'A custom domain name serves WebSocket APIs or REST and HTTP APIs, not both',
  });
}
