import type { IamIdentity } from '../authorizers/IdentityBook';
import type { HttpExchange } from './HttpExchange';

/** Who was let in, and by what. */
export type HttpAuthorized =
  | { kind: 'jwt'; claims: Readonly<Record<string, string>>; scopes: readonly string[] | null }
  | { kind: 'lambda'; context: Readonly<Record<string, unknown>>; principalId: string | undefined }
  | { kind: 'iam'; user: IamIdentity; accessKeyId: string };

/**
 * How a route's callers are authorized; made when its deployment is compiled.
 * @throws GatewayError UNAUTHORIZED, ACCESS_DENIED, AUTHORIZER_FAILURE, AUTHORIZER_CONFIGURATION_ERROR
 */
export type HttpAuthorization = (exchange: HttpExchange) => Promise<HttpAuthorized>;
