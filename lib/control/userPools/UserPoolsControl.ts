import type { Actor } from '@/lib/model/role';
import type {
  PoolUser,
  ResourceServer,
  UserPool,
  UserPoolClient,
  UserPoolClientInput,
  UserPoolInput,
} from '@/lib/model/userPool';

/** User pools, as the control plane's face has them. */
export interface UserPoolsControl {
  list(actor: Actor): Promise<UserPool[]>;
  get(actor: Actor, userPoolId: string): Promise<UserPool>;
  create(actor: Actor, input: UserPoolInput): Promise<UserPool>;
  update(actor: Actor, userPoolId: string, input: UserPoolInput): Promise<UserPool>;
  /** Refused while an authorizer names it. */
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
    input: { username: string; email: string; password: string; groups?: string[] },
  ): Promise<PoolUser>;
  updateUser(
    actor: Actor,
    userPoolId: string,
    userId: string,
    input: { enabled?: boolean; password?: string; groups?: string[]; attributes?: Record<string, string> },
  ): Promise<PoolUser>;
  deleteUser(actor: Actor, userPoolId: string, userId: string): Promise<void>;
  groups(actor: Actor, userPoolId: string): Promise<string[]>;
  putGroups(actor: Actor, userPoolId: string, groups: string[]): Promise<string[]>;
  putResourceServers(actor: Actor, userPoolId: string, servers: ResourceServer[]): Promise<ResourceServer[]>;
  resourceServers(actor: Actor, userPoolId: string): Promise<ResourceServer[]>;
  /** The calls that cognito-identity-provider's client makes: SignUp, ConfirmSignUp, InitiateAuth, ... */
  identityProvider(call: {
    operation: string;
    input: Record<string, unknown>;
    sourceIp: string;
  }): Promise<Record<string, unknown>>;
}
