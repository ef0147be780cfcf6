import type { Authorizer, AuthorizerInput, AuthorizerTrial } from '@/lib/model/authorizer';
import type { Actor } from '@/lib/model/role';

/** Authorizers of a REST API, as the control plane's face has them. */
export interface AuthorizersControl {
  list(actor: Actor, restApiId: string): Promise<Authorizer[]>;
  create(actor: Actor, restApiId: string, input: AuthorizerInput): Promise<Authorizer>;
  update(actor: Actor, restApiId: string, authorizerId: string, input: AuthorizerInput): Promise<Authorizer>;
  /** Refused while a method names it. */
  delete(actor: Actor, restApiId: string, authorizerId: string): Promise<void>;
  /** The production code on an invented call (TestInvokeAuthorizer). */
  test(
    actor: Actor,
    restApiId: string,
    authorizerId: string,
    input: {
      headers: Record<string, string>;
      pathWithQueryString: string;
      body: string;
      stageVariables: Record<string, string>;
      /** members of `$context`, by path: `identity.sourceIp` */
      additionalContext?: Record<string, string>;
    },
  ): Promise<AuthorizerTrial>;
}
