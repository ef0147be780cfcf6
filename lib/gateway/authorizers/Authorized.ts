import type { Exchange } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';
import type { Policy } from '../policy/compilePolicy';
import type { IamIdentity } from './IdentityBook';

/** What is known of a caller who may call; `$context.authorizer` and `$context.identity` are made of it. */
export interface Authorized {
  /** of a Lambda authorizer */
  principalId?: string;
  /** `$context.authorizer.X`, all texts as AWS exposes them */
  context?: Readonly<Record<string, string>>;
  /** `$context.authorizer.claims.X` */
  claims?: Readonly<Record<string, string>>;
  /** the API key where the API's keys come from its authorizer */
  usageIdentifierKey?: string;
  /** who signed */
  user?: IamIdentity;
  accessKeyId?: string;
  /** of who signed: whether policies allow execute-api:InvalidateCache on this method */
  mayInvalidateCache?(): boolean;
  /** ms that the authorizer took; 0 from its cache */
  integrationLatency?: number;
}

/** A call and what its authorization is asked about. */
export interface AuthorizationCall {
  call: Call;
  exchange: Exchange;
  methodArn: string;
  resourcePolicy: Policy | undefined;
}

/**
 * How a method's callers are authorized; made when its deployment is compiled.
 * @throws GatewayError UNAUTHORIZED, ACCESS_DENIED, AUTHORIZER_FAILURE, AUTHORIZER_CONFIGURATION_ERROR,
 *   MISSING_AUTHENTICATION_TOKEN, INVALID_SIGNATURE
 */
export type Authorization = (asked: AuthorizationCall) => Promise<Authorized>;
