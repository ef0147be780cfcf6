import type { Actor } from '@/lib/model/role';
import type {
  PoolUser,
  ResourceServer,
  UserPool,
  UserPoolClient,
  UserPoolClientInput,
  UserPoolInput,
} from '@/lib/model/userPool';

interface PoolCredentials {
  userPoolId: string;
  username: string;
  password: string;
  sourceIp: string;
}

/** User pools, as the control plane's face has them. */
export interface UserPoolsControl {
  list(actor: Actor): Promise<UserPool[]>;
  get(actor: Actor, userPoolId: string): Promise<UserPool>;
  create(actor: Actor, input: UserPoolInput): Promise<UserPool>;
  update(actor: Actor, userPoolId: string, input: UserPoolInput): Promise<UserPool>;
  /** Refused while an authorizer, a stage, a portal or sign-in names it. */
  delete(actor: Actor, userPoolId: string): Promise<void>;
  /** A new key signs from now on; the old ones verify until their last token has ended. */
  rotateKeys(actor: Actor, userPoolId: string): Promise<void>;
  clients(actor: Actor, userPoolId: string): Promise<UserPoolClient[]>;
  /** The secret is in the answer once and never again. */
  createClient(
    actor: Actor,
    userPoolId: string,
    input: UserPoolClientInput,
  ): Promise<UserPoolClient & { clientSecret?: string }>;
  updateClient(
    actor: Actor,
    userPoolId: string,
    clientId: string,
    input: UserPoolClientInput,
  ): Promise<UserPoolClient>;
  deleteClient(actor: Actor, userPoolId: string, clientId: string): Promise<void>;
  users(actor: Actor, userPoolId: string): Promise<PoolUser[]>;
  createUser(
    actor: Actor,
    userPoolId: string,
    input: {
      username: string;
      email: string;
      password: string;
      groups?: string[];
      /** the password need not be changed at the first sign-in */
      permanent?: boolean;
      /** `email_verified` is 'true' unless it is among them */
      attributes?: Record<string, string>;
    },
  ): Promise<PoolUser>;
  updateUser(
    actor: Actor,
    userPoolId: string,
    userId: string,
    input: {
      enabled?: boolean;
      password?: string;
      /** of `password`: need not be changed at the next sign-in */
      permanent?: boolean;
      groups?: string[];
      attributes?: Record<string, string>;
    },
  ): Promise<PoolUser>;
  deleteUser(actor: Actor, userPoolId: string, userId: string): Promise<void>;
  groups(actor: Actor, userPoolId: string): Promise<string[]>;
  putGroups(actor: Actor, userPoolId: string, groups: string[]): Promise<string[]>;
  putResourceServers(actor: Actor, userPoolId: string, servers: ResourceServer[]): Promise<ResourceServer[]>;
  resourceServers(actor: Actor, userPoolId: string): Promise<ResourceServer[]>;
  /**
   * For the hosted pages: whose name and password these are. Limited by account and address; an unknown name costs
   * and answers as a wrong password.
   */
  signIn(input: PoolCredentials): Promise<PoolUser>;
  /** An account of one's own, where the pool allows it; confirmed at once, its e-mail address not verified. */
  signUp(input: PoolCredentials & { email: string }): Promise<PoolUser>;
  /** Tries the old password as signIn does, and ends every session that the person had. */
  completeNewPassword(input: PoolCredentials & { newPassword: string }): Promise<PoolUser>;
  /**
   * The calls that cognito-identity-provider's client makes: SignUp, ConfirmSignUp, InitiateAuth, ...
   * @throws IdentityProviderError
   */
  identityProvider(call: {
    operation: string;
    input: Record<string, unknown>;
    sourceIp: string;
  }): Promise<Record<string, unknown>>;
  /**
   * AdminInitiateAuth and AdminRespondToAuthChallenge, which a server signs.
   * @throws IdentityProviderError
   */
  administeredSignIn(
    actor: Actor,
    call: { operation: string; input: Record<string, unknown>; sourceIp: string },
  ): Promise<Record<string, unknown>>;
}
