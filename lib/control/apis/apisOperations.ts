import type { ControlContext } from '../ControlContext';
import type { ApisControl } from './ApisControl';
import { authorizerPart } from './authorizerPart';
import { createApi } from './createApi';
import { deleteApi } from './deleteApi';
import { deleteRequestParameter } from './deleteRequestParameter';
import { deploymentsOperations } from './deploymentsOperations';
import { exportApi } from './exportApi';
import { heldByApi } from './heldByApi';
import { heldByPart } from './heldByPart';
import { importApi } from './importApi';
import { integrationPart } from './integrationPart';
import { integrationResponsePart } from './integrationResponsePart';
import { modelPart } from './modelPart';
import { modelTemplate } from './modelTemplate';
import { getApi, listApis } from './readApis';
import { routePart } from './routePart';
import { routeResponsePart } from './routeResponsePart';
import { stagesOperations } from './stagesOperations';
import { testApiAuthorizer } from './testApiAuthorizer';
import { deleteCorsConfiguration, updateApi } from './updateApi';

export function apisOperations(context: ControlContext): ApisControl {
  return {
    list: listApis(context),
    get: getApi(context),
    create: createApi(context),
    update: updateApi(context),
    delete: deleteApi(context),
    deleteCorsConfiguration: deleteCorsConfiguration(context),
    import: importApi(context),
    export: exportApi(context),
    routes: {
      ...heldByApi(context, routePart),
      deleteRequestParameter: deleteRequestParameter(context),
    },
    routeResponses: heldByPart(context, routeResponsePart),
    integrations: heldByApi(context, integrationPart),
    integrationResponses: heldByPart(context, integrationResponsePart),
    authorizers: { ...heldByApi(context, authorizerPart), test: testApiAuthorizer(context) },
    models: { ...heldByApi(context, modelPart), template: modelTemplate(context) },
    deployments: deploymentsOperations(context),
    stages: stagesOperations(context),
  };
}
