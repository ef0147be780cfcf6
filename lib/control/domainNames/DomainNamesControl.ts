import type {
  BasePathMapping,
  BasePathMappingInput,
  DomainName,
  DomainNameInput,
  DomainNameMapping,
  DomainNameSettingsInput,
} from '@/lib/model/domainName';
import type { Actor } from '@/lib/model/role';
import type { ApiMapping, ApiMappingInput } from '@/lib/model/v2/apiMapping';
import type { DomainNameRule, RoutingRule, RoutingRuleInput } from '@/lib/model/v2/routingRule';

/** Custom domain names, found by the name itself, and the base paths below them; `(none)` is the empty base path. */
export interface DomainNamesControl {
  list(actor: Actor): Promise<DomainName[]>;
  get(actor: Actor, domainName: string): Promise<DomainName>;
  create(actor: Actor, input: DomainNameInput): Promise<DomainName>;
  /** Replaces all settings: what is left out is what a new name begins with. */
  update(actor: Actor, domainName: string, input: DomainNameSettingsInput): Promise<DomainName>;
  /** With its base path mappings and routing rules. */
  delete(actor: Actor, domainName: string): Promise<void>;
  /** Those that V1 can show: of REST APIs, with one part of a path. */
  listMappings(actor: Actor, domainName: string): Promise<BasePathMapping[]>;
  /** The same of all names whose routing mode lets them count; with `restApiId` those that lead to that API. */
  mappingsOfAll(actor: Actor, restApiId?: string): Promise<DomainNameMapping[]>;
  getMapping(actor: Actor, domainName: string, basePath: string): Promise<BasePathMapping>;
  createMapping(actor: Actor, domainName: string, input: BasePathMappingInput): Promise<BasePathMapping>;
  updateMapping(
    actor: Actor,
    domainName: string,
    basePath: string,
    input: BasePathMappingInput,
  ): Promise<BasePathMapping>;
  deleteMapping(actor: Actor, domainName: string, basePath: string): Promise<void>;
  /** The same in the words of apigatewayv2, which also lead to HTTP and WebSocket APIs and have keys of several parts. */
  apiMappings: {
    list(actor: Actor, domainName: string): Promise<ApiMapping[]>;
    get(actor: Actor, domainName: string, apiMappingId: string): Promise<ApiMapping>;
    create(actor: Actor, domainName: string, input: ApiMappingInput): Promise<ApiMapping>;
    update(
      actor: Actor,
      domainName: string,
      apiMappingId: string,
      input: Partial<ApiMappingInput>,
    ): Promise<ApiMapping>;
    delete(actor: Actor, domainName: string, apiMappingId: string): Promise<void>;
  };
  /** Where calls lead by their headers and base path; the routing mode says whether they count, and mappings after them. */
  routingRules: {
    /** By priority. */
    list(actor: Actor, domainName: string): Promise<RoutingRule[]>;
    get(actor: Actor, domainName: string, routingRuleId: string): Promise<RoutingRule>;
    create(actor: Actor, domainName: string, input: RoutingRuleInput): Promise<RoutingRule>;
    /** Replaces one that is there. */
    put(
      actor: Actor,
      domainName: string,
      routingRuleId: string,
      input: RoutingRuleInput,
    ): Promise<RoutingRule>;
    delete(actor: Actor, domainName: string, routingRuleId: string): Promise<void>;
    /** Of all names whose routing mode lets rules count, those that lead to one API. */
    ofApi(actor: Actor, restApiId: string): Promise<DomainNameRule[]>;
  };
}
