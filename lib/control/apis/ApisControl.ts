import type { Change } from '@/lib/model/deployment';
import type { Actor } from '@/lib/model/role';
import type { Api, ApiInput, ApiUpdate } from '@/lib/model/v2/api';
import type { Authorizer, AuthorizerInput } from '@/lib/model/v2/authorizer';
import type { AuthorizerTrial, AuthorizerTrialInput } from '@/lib/model/v2/authorizerTrial';
import type {
  Integration,
  IntegrationInput,
  IntegrationResponse,
  IntegrationResponseInput,
} from '@/lib/model/v2/integration';
import type { Model, ModelInput } from '@/lib/model/v2/model';
import type { Route, RouteInput, RouteResponse, RouteResponseInput } from '@/lib/model/v2/route';
import type { Deployment, Stage, StageInput, StageSettings, StageUpdate } from '@/lib/model/v2/stage';

/**
 * What an Api holds of one kind. An update carries only members to change; maps are merged by key, and a value of ''
 * takes its key away (reference: V2 update semantics).
 */
export interface Held<Item, Input, In extends string[]> {
  /** in the order in which they were made */
  list(actor: Actor, ...inside: In): Promise<Item[]>;
  get(actor: Actor, ...address: [...inside: In, id: string]): Promise<Item>;
  create(actor: Actor, ...address: [...inside: In, input: Input]): Promise<Item>;
  update(actor: Actor, ...address: [...inside: In, id: string, input: Partial<Input>]): Promise<Item>;
  delete(actor: Actor, ...address: [...inside: In, id: string]): Promise<void>;
}

/** HTTP APIs and WebSocket APIs (apigatewayv2). An automatically deployed stage follows every change of its Api. */
export interface ApisControl {
  /** oldest first */
  list(actor: Actor): Promise<Api[]>;
  get(actor: Actor, apiId: string): Promise<Api>;
  create(actor: Actor, input: ApiInput): Promise<Api>;
  update(actor: Actor, apiId: string, input: ApiUpdate): Promise<Api>;
  delete(actor: Actor, apiId: string): Promise<void>;
  deleteCorsConfiguration(actor: Actor, apiId: string): Promise<void>;
  /** ImportApi (`apiId` absent) and ReimportApi. `body` is OpenAPI 3 as JSON or YAML text. */
  import(
    actor: Actor,
    input: {
      body: string;
      apiId?: string;
      basepath?: 'ignore' | 'prepend' | 'split';
      failOnWarnings?: boolean;
    },
  ): Promise<Api>;
  /** Of a stage's deployment, or of what is not deployed yet when `stageName` is absent. */
  export(
    actor: Actor,
    apiId: string,
    input: { outputType: 'JSON' | 'YAML'; stageName?: string; includeExtensions: boolean },
  ): Promise<{ contentType: string; body: string }>;
  routes: Held<Route, RouteInput, [apiId: string]> & {
    deleteRequestParameter(
      actor: Actor,
      apiId: string,
      routeId: string,
      requestParameterKey: string,
    ): Promise<void>;
  };
  routeResponses: Held<RouteResponse, RouteResponseInput, [apiId: string, routeId: string]>;
  integrations: Held<Integration, IntegrationInput, [apiId: string]>;
  integrationResponses: Held<
    IntegrationResponse,
    IntegrationResponseInput,
    [apiId: string, integrationId: string]
  >;
  authorizers: Held<Authorizer, AuthorizerInput, [apiId: string]> & {
    /** The production code on an invented call, deployed or not. */
    test(
      actor: Actor,
      apiId: string,
      authorizerId: string,
      input: AuthorizerTrialInput,
    ): Promise<AuthorizerTrial>;
  };
  models: Held<Model, ModelInput, [apiId: string]> & {
    /** a mapping template as AWS generates one */
    template(actor: Actor, apiId: string, modelId: string): Promise<string>;
  };
  deployments: {
    /** newest first */
    list(actor: Actor, apiId: string): Promise<Deployment[]>;
    get(actor: Actor, apiId: string, deploymentId: string): Promise<Deployment>;
    create(
      actor: Actor,
      apiId: string,
      input: { description?: string; stageName?: string },
    ): Promise<Deployment>;
    update(
      actor: Actor,
      apiId: string,
      deploymentId: string,
      input: { description?: string },
    ): Promise<Deployment>;
    /** Refused while a stage points to it. */
    delete(actor: Actor, apiId: string, deploymentId: string): Promise<void>;
    /** What `to` has that `from` has not; either may be `current`: what is not deployed yet. */
    compare(actor: Actor, apiId: string, from: string, to: string): Promise<Change[]>;
  };
  stages: {
    list(actor: Actor, apiId: string): Promise<Stage[]>;
    get(actor: Actor, apiId: string, stageName: string): Promise<Stage>;
    create(actor: Actor, apiId: string, input: StageInput): Promise<Stage>;
    update(actor: Actor, apiId: string, stageName: string, input: StageUpdate): Promise<Stage>;
    delete(actor: Actor, apiId: string, stageName: string): Promise<void>;
    /** Replaced whole, so that a default limit can be taken away: AWS's UpdateStage, which merges, has no word for it. */
    replaceRouteSettings(
      actor: Actor,
      apiId: string,
      stageName: string,
      input: Required<Pick<StageSettings, 'defaultRouteSettings' | 'routeSettings'>>,
    ): Promise<Stage>;
    deleteAccessLogSettings(actor: Actor, apiId: string, stageName: string): Promise<void>;
    deleteRouteSettings(actor: Actor, apiId: string, stageName: string, routeKey: string): Promise<void>;
    resetAuthorizersCache(actor: Actor, apiId: string, stageName: string): Promise<void>;
  };
}
