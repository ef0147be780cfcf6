import { readFunctionArn } from '@/lib/model/functionArn';
import type { ProtocolType } from '@/lib/model/v2/api';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import { DEFAULT_STAGE } from '@/lib/model/v2/stage';
import type { WriteCall } from '../ControlContext';
import type { Place } from './ApiPart';
import type { ApiRow } from './findApi';
import { integrationPart } from './integrationPart';
import { partRows } from './partRows';
import { fault } from './refuse';
import { routePart } from './routePart';
import { changePart, insertPart } from './writePart';
import { insertStage } from './writeStage';

export interface QuickMembers {
  target?: string | undefined;
  routeKey?: string | undefined;
  credentialsArn?: string | undefined;
}

/** @throws ControlError BadRequestException */
export function refuseQuickCreate(protocolType: ProtocolType, members: QuickMembers): void {
  const said = Object.values(members).some((member) => member !== undefined);
  if (said && protocolType === 'WEBSOCKET')
    throw fault('target', 'Quick create is not currently supported for WEBSOCKET protocol.');
  if (said && !members.target) throw fault('target', 'Quick create needs a target');
}

/** Route, integration and an automatically deployed `$default` stage (reference/http-apis.md section 1). */
export async function quickCreate(call: WriteCall, api: ApiRow, members: QuickMembers): Promise<void> {
  const { target, routeKey = '$default', credentialsArn } = members;
  if (!target) return;
  const place: Place = { call, api, parentId: '' };
  const integration = { ...integrationTo(target), ...(credentialsArn && { credentialsArn }) };
  const { id } = await insertPart(integrationPart, place, integration, true);
  await insertPart(routePart, place, { routeKey, target: `integrations/${id}` }, true);
  await insertStage(call, api, { stageName: DEFAULT_STAGE, autoDeploy: true }, true);
}

/** A function is told in payload 2.0, as by AWS's console; a URL is called with the caller's verb. */
function integrationTo(target: string): IntegrationInput {
  if (readFunctionArn(target) || target.startsWith('arn:'))
    return {
      integrationType: 'AWS_PROXY',
      integrationUri: target,
      integrationMethod: 'POST',
      payloadFormatVersion: '2.0',
    };
  return {
    integrationType: 'HTTP_PROXY',
    integrationUri: target,
    integrationMethod: 'ANY',
    payloadFormatVersion: '1.0',
  };
}

/**
 * UpdateApi's members of quick create change what it made.
 * @throws ControlError BadRequestException where there is no such thing
 */
export async function quickUpdate(call: WriteCall, api: ApiRow, members: QuickMembers): Promise<boolean> {
  const { target, routeKey, credentialsArn } = members;
  if (target === undefined && routeKey === undefined && credentialsArn === undefined) return false;
  const rows = (await partRows(call.db, api.apiId)).filter(({ apiGatewayManaged }) => apiGatewayManaged);
  const integration = rows.find(({ kind }) => kind === 'integration');
  const route = rows.find(({ kind }) => kind === 'route');
  if (!integration || !route) throw fault('target', 'The API was not made by quick create');
  const place: Place = { call, api, parentId: '' };
  if (target !== undefined || credentialsArn !== undefined)
    await changePart(integrationPart, place, integration.id, (before) => ({
      ...before,
      ...(target !== undefined && integrationTo(target)),
      ...(credentialsArn !== undefined && { credentialsArn }),
    }));
  if (routeKey !== undefined)
    await changePart(routePart, place, route.id, (before) => ({ ...before, routeKey }));
  return true;
}
