import { z } from 'zod';
import { integrationInputOf } from '@/components/console/v2/integrationUpdate';
import { isIntegrationField } from '@/components/console/v2/isIntegrationField';
import { type Integration, integrationInput } from '@/lib/model/v2/integration';
import { authorizationTypes, type Route, type RouteInput } from '@/lib/model/v2/route';

/** stands for an integration that is made with the route */
export const NEW_INTEGRATION = 'new';

/** A route with its integration, as the drawer edits both. */
export const routeDraft = z.object({
  routeKey: z.string(),
  operationName: z.string(),
  authorizationType: z.enum(authorizationTypes),
  authorizerId: z.string(),
  authorizationScopes: z.array(z.string()),
  /** '' for none */
  integrationId: z.string(),
  integration: integrationInput.optional(),
});
export type RouteDraft = z.infer<typeof routeDraft>;

export const targetId = (target = ''): string => target.replace(/^integrations\//, '');

export function draftOfRoute(route: Route | undefined, integrations: readonly Integration[]): RouteDraft {
  const integrationId = targetId(route?.target);
  return {
    routeKey: route?.routeKey ?? 'GET /',
    operationName: route?.operationName ?? '',
    authorizationType: route?.authorizationType ?? 'NONE',
    authorizerId: route?.authorizerId ?? '',
    authorizationScopes: route?.authorizationScopes ?? [],
    integrationId,
    ...integrationOf(integrationId, integrations),
  };
}

/** The draft with another integration, and its members to edit. */
export function withIntegration(
  { integration: _before, ...draft }: RouteDraft,
  integrationId: string,
  integrations: readonly Integration[],
): RouteDraft {
  if (integrationId !== NEW_INTEGRATION)
    return { ...draft, integrationId, ...integrationOf(integrationId, integrations) };
  const integration = {
    integrationType: 'HTTP_PROXY' as const,
    integrationMethod: 'ANY',
    integrationUri: '',
  };
  return { ...draft, integrationId, integration };
}

function integrationOf(integrationId: string, integrations: readonly Integration[]) {
  const found = integrations.find((each) => each.integrationId === integrationId);
  return found ? { integration: integrationInputOf(found) } : {};
}

/** What is saved. An empty text clears what a route held. */
export function inputOfDraft(draft: RouteDraft, before: RouteDraft) {
  const { integrationId, integration, routeKey, authorizationType } = draft;
  const hasAuthorizer = authorizationType === 'JWT' || authorizationType === 'CUSTOM';
  const route: RouteInput = {
    routeKey: routeKey.trim(),
    operationName: draft.operationName.trim(),
    authorizationType,
    authorizerId: hasAuthorizer ? draft.authorizerId : '',
    authorizationScopes: authorizationType === 'JWT' ? draft.authorizationScopes.filter(Boolean) : [],
    target: integrationId === '' || integrationId === NEW_INTEGRATION ? '' : `integrations/${integrationId}`,
  };
  const isEdited =
    integrationId === NEW_INTEGRATION ||
    integrationId !== before.integrationId ||
    JSON.stringify(integration) !== JSON.stringify(before.integration);
  if (!integration || !isEdited) return { route };
  return {
    route,
    integration: {
      ...(integrationId !== NEW_INTEGRATION && { integrationId }),
      input: integration,
    },
  };
}

/** Where the drawer's form shows what was refused. */
export function showsOfDraft({ integration }: RouteDraft): (field: string) => boolean {
  const own = new Set([
    'routeKey',
    'operationName',
    'authorizationType',
    'authorizerId',
    'authorizationScopes',
    'target',
  ]);
  return (field) => own.has(field) || (integration !== undefined && isIntegrationField(field));
}
