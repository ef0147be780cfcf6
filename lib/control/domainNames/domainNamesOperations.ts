import type { ControlContext } from '../ControlContext';
import { apiMappingsOperations } from './apiMappings';
import { createDomainName } from './create';
import type { DomainNamesControl } from './DomainNamesControl';
import { deleteDomainName } from './delete';
import { getDomainName, getMapping, listDomainNames, listMappings, mappingsOfAll } from './read';
import { getRoutingRule, listRoutingRules, routingRulesOfApi } from './routingRules/read';
import { createRoutingRule, deleteRoutingRule, putRoutingRule } from './routingRules/write';
import { updateDomainName } from './update';
import { createMapping, deleteMapping, updateMapping } from './writeMappings';

export function domainNamesOperations(context: ControlContext): DomainNamesControl {
  return {
    list: listDomainNames(context),
    get: getDomainName(context),
    create: createDomainName(context),
    update: updateDomainName(context),
    delete: deleteDomainName(context),
    listMappings: listMappings(context),
    mappingsOfAll: mappingsOfAll(context),
    getMapping: getMapping(context),
    createMapping: createMapping(context),
    updateMapping: updateMapping(context),
    deleteMapping: deleteMapping(context),
    apiMappings: apiMappingsOperations(context),
    routingRules: {
      list: listRoutingRules(context),
      get: getRoutingRule(context),
      create: createRoutingRule(context),
      put: putRoutingRule(context),
      delete: deleteRoutingRule(context),
      ofApi: routingRulesOfApi(context),
    },
  };
}
