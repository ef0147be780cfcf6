import { apiKeysOperations } from './apiKeys/apiKeysOperations';
import { apisOperations } from './apis/apisOperations';
import { auditOperations } from './audit/auditOperations';
import { authorizersOperations } from './authorizers/authorizersOperations';
import type { ControlContext } from './ControlContext';
import { clientCertificatesOperations } from './clientCertificates/clientCertificatesOperations';
import { connectionsOperations } from './connections/connectionsOperations';
import type { Control } from './control';
import { deploymentsOperations } from './deployments/deploymentsOperations';
import { documentationOperations } from './documentation/documentationOperations';
import { domainNamesOperations } from './domainNames/domainNamesOperations';
import { functionsOperations } from './functions/functionsOperations';
import { gatewayResponsesOperations } from './gatewayResponses/gatewayResponsesOperations';
import { healthOperation } from './health/healthOperation';
import { identityOperations } from './identity/identityOperations';
import { logsOperations } from './logs/logsOperations';
import { methodsOperations } from './methods/methodsOperations';
import { modelsOperations } from './models/modelsOperations';
import { portalOperations } from './portal/portalOperations';
import { portalsOperations } from './portals/portalsOperations';
import { requestValidatorsOperations } from './requestValidators/requestValidatorsOperations';
import { resourcesOperations } from './resources/resourcesOperations';
import { restApisOperations } from './restApis/restApisOperations';
import { settingsOperations } from './settings/settingsOperations';
import { stagesOperations } from './stages/stagesOperations';
import { tagsOperations } from './tags/tagsOperations';
import { templatesOperations } from './templates/templatesOperations';
import { together } from './together';
import { usageOperations } from './usage/usageOperations';
import { usagePlansOperations } from './usagePlans/usagePlansOperations';
import { userPoolsOperations } from './userPools/userPoolsOperations';
import { usersOperations } from './users/usersOperations';
import { vpcLinksOperations } from './vpcLinks/vpcLinksOperations';

/**
 * The control plane on its ports. Made once for each process, with the one publisher that the runtime also asks
 * for complete snapshots (createPublisher).
 */
export function createControl(context: ControlContext): Control {
  return {
    together: together(context, createControl),
    restApis: restApisOperations(context),
    apis: apisOperations(context),
    connections: connectionsOperations(context),
    resources: resourcesOperations(context),
    methods: methodsOperations(context),
    requestValidators: requestValidatorsOperations(context),
    models: modelsOperations(context),
    gatewayResponses: gatewayResponsesOperations(context),
    documentation: documentationOperations(context),
    tags: tagsOperations(context),
    templates: templatesOperations(context),
    deployments: deploymentsOperations(context),
    stages: stagesOperations(context),
    clientCertificates: clientCertificatesOperations(context),
    vpcLinks: vpcLinksOperations(context),
    domainNames: domainNamesOperations(context),
    authorizers: authorizersOperations(context),
    apiKeys: apiKeysOperations(context),
    usagePlans: usagePlansOperations(context),
    functions: functionsOperations(context),
    logs: logsOperations(context),
    userPools: userPoolsOperations(context),
    users: usersOperations(context),
    portal: portalOperations(context),
    portals: portalsOperations(context),
    usage: usageOperations(context),
    identity: identityOperations(context),
    settings: settingsOperations(context),
    audit: auditOperations(context),
    health: healthOperation(context),
  };
}
