import { authorizerInput } from '@/lib/model/v2/authorizer';
import { integrationInput, integrationResponseInput } from '@/lib/model/v2/integration';
import { modelInput } from '@/lib/model/v2/model';
import { routeInput, routeResponseInput } from '@/lib/model/v2/route';
import type { Runs } from '../apigateway/Runs';
import { heldRuns } from './heldRuns';
import { label } from './inputOf';

/** What an Api is made of: routes and where they lead, who may call them, and the models of their messages. */
export const routing: Runs = {
  ...heldRuns({
    one: 'Route',
    many: 'Routes',
    inside: ['apiId'],
    id: 'routeId',
    input: routeInput,
    of: (control) => control.apis.routes,
  }),
  ...heldRuns({
    one: 'RouteResponse',
    many: 'RouteResponses',
    inside: ['apiId', 'routeId'],
    id: 'routeResponseId',
    input: routeResponseInput,
    of: (control) => control.apis.routeResponses,
  }),
  ...heldRuns({
    one: 'Integration',
    many: 'Integrations',
    inside: ['apiId'],
    id: 'integrationId',
    input: integrationInput,
    of: (control) => control.apis.integrations,
  }),
  ...heldRuns({
    one: 'IntegrationResponse',
    many: 'IntegrationResponses',
    inside: ['apiId', 'integrationId'],
    id: 'integrationResponseId',
    input: integrationResponseInput,
    of: (control) => control.apis.integrationResponses,
  }),
  ...heldRuns({
    one: 'Authorizer',
    many: 'Authorizers',
    inside: ['apiId'],
    id: 'authorizerId',
    input: authorizerInput,
    of: (control) => control.apis.authorizers,
  }),
  ...heldRuns({
    one: 'Model',
    many: 'Models',
    inside: ['apiId'],
    id: 'modelId',
    input: modelInput,
    of: (control) => control.apis.models,
  }),
  DeleteRouteRequestParameter: (call) =>
    call.door.control.apis.routes.deleteRequestParameter(
      call.actor,
      label(call, 'apiId'),
      label(call, 'routeId'),
      label(call, 'requestParameterKey'),
    ),
  GetModelTemplate: async (call) => {
    const { models } = call.door.control.apis;
    return { value: await models.template(call.actor, label(call, 'apiId'), label(call, 'modelId')) };
  },
};
