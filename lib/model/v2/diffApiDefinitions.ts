import type { Change } from '../deployment';
import { diffMembers } from '../diffMembers';
import { diffNamed, keyed, type Named } from '../diffNamed';
import type { ApiDefinition } from './definition';

/**
 * What `after` has that `before` has not, in sentences: the Api itself, then routes by key with the integrations that
 * they lead to, then integrations that no route leads to, authorizers and models. Ids do not count: the same route
 * made anew is the same route. Nor does the name, which is live.
 */
export function diffApiDefinitions(before: ApiDefinition, after: ApiDefinition): Change[] {
  return [
    ...diffMembers('API', settings(before), settings(after)),
    ...diffNamed(routes(before), routes(after), (routeKey) => routeKey),
    ...diffNamed(unused(before), unused(after), (id) => `Integration ${id}`),
    ...diffNamed(authorizers(before), authorizers(after), (name) => `Authorizer ${name}`),
    ...diffNamed(models(before), models(after), (name) => `Model ${name}`),
  ];
}

function settings(definition: ApiDefinition): Record<string, unknown> {
  const { routeSelectionExpression, apiKeySelectionExpression, disableSchemaValidation = false } = definition;
  return { routeSelectionExpression, apiKeySelectionExpression, disableSchemaValidation };
}

type Integration = ApiDefinition['integrations'][number];

const idOf = (target = ''): string => target.replace(/^integrations\//, '');

/** A route that names its authorizer and holds its integration instead of giving their ids. */
function routes({ routes: all, integrations, authorizers: named }: ApiDefinition): Named {
  return new Map(
    all.map(({ routeId, apiGatewayManaged, routeKey, target, authorizerId, ...route }) => {
      const integration = integrations.find(({ integrationId }) => integrationId === idOf(target));
      const { authorizationScopes = [], routeResponses, ...members } = route;
      return [
        routeKey,
        {
          ...members,
          authorizer: named.find((one) => one.authorizerId === authorizerId)?.name ?? authorizerId,
          scope: keyed(authorizationScopes),
          routeResponse: Object.fromEntries(
            routeResponses.map(({ routeResponseId, routeResponseKey, ...response }) => [
              routeResponseKey,
              response,
            ]),
          ),
          integration: integration && outspoken(integration),
        },
      ];
    }),
  );
}

function outspoken({
  integrationId,
  apiGatewayManaged,
  integrationResponses,
  ...integration
}: Integration): Record<string, unknown> {
  return {
    ...integration,
    response: Object.fromEntries(
      integrationResponses.map(({ integrationResponseId, integrationResponseKey, ...response }) => [
        integrationResponseKey,
        response,
      ]),
    ),
  };
}

function unused({ integrations, routes: all }: ApiDefinition): Named {
  const used = new Set(all.map(({ target }) => idOf(target)));
  return new Map(
    integrations
      .filter(({ integrationId }) => !used.has(integrationId))
      .map((integration) => [integration.integrationId, outspoken(integration)]),
  );
}

const authorizers = ({ authorizers: all }: ApiDefinition): Named =>
  new Map(all.map(({ authorizerId, name, ...members }) => [name, members]));

const models = ({ models: all }: ApiDefinition): Named =>
  new Map(all.map(({ modelId, name, ...members }) => [name, members]));
