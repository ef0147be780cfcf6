import type { Db } from '@/db/client';
import type { ApiDefinition } from '@/lib/model/v2/definition';
import type { ApiPart } from './ApiPart';
import { authorizerPart } from './authorizerPart';
import type { ApiRow } from './findApi';
import { integrationPart } from './integrationPart';
import { integrationResponsePart } from './integrationResponsePart';
import { modelPart } from './modelPart';
import { type PartRow, partRows } from './partRows';
import { routePart } from './routePart';
import { routeResponsePart } from './routeResponsePart';

/** What a deployment of the Api would freeze now. */
export async function readApiDefinition(
  db: Db,
  { apiId, protocolType, settings }: ApiRow,
): Promise<ApiDefinition> {
  const rows = await partRows(db, apiId);
  const routes = itemsOf(rows, routePart, '');
  const integrations = itemsOf(rows, integrationPart, '');
  const {
    name,
    routeSelectionExpression = '',
    apiKeySelectionExpression,
    disableSchemaValidation,
  } = settings;
  return {
    protocolType,
    name,
    routeSelectionExpression,
    ...(apiKeySelectionExpression !== undefined && { apiKeySelectionExpression }),
    ...(disableSchemaValidation !== undefined && { disableSchemaValidation }),
    routes: routes.map((route) => ({
      ...route,
      routeResponses: itemsOf(rows, routeResponsePart, route.routeId),
    })),
    integrations: integrations.map((integration) => ({
      ...integration,
      integrationResponses: itemsOf(rows, integrationResponsePart, integration.integrationId),
    })),
    authorizers: itemsOf(rows, authorizerPart, ''),
    models: itemsOf(rows, modelPart, ''),
  };
}

function itemsOf<Item, Input, Settings extends object>(
  rows: PartRow[],
  { kind, toItem }: ApiPart<Item, Input, Settings>,
  parentId: string,
): Item[] {
  return rows
    .filter((row) => row.kind === kind && row.parentId === parentId)
    .map((row) => toItem(row.id, row.settings as Settings, row.apiGatewayManaged));
}
