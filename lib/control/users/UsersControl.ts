import type { Actor, Role, User } from '@/lib/model/role';

/** Accounts and sessions, as the control plane's face has them. */
export interface UsersControl {
  list(actor: Actor): Promise<User[]>;
  /** True until the first administrator exists. */
  setupPending(): Promise<boolean>;
  /** By the one-time link; the token works once. */
  createFirstAdministrator(input: {
    token: string;
    email: string;
    name: string;
    password: string;
  }): Promise<User>;
  create(actor: Actor, input: { email: string; name: string; password: string; role: Role }): Promise<User>;
  update(
    actor: Actor,
    userId: string,
    input: { name?: string; role?: Role; disabled?: boolean; password?: string },
  ): Promise<User>;
  delete(actor: Actor, userId: string): Promise<void>;
  /** Portal sign-up with e-mail and password; refused while sign-up is closed. */
  signUp(input: { email: string; name: string; password: string; sourceIp: string }): Promise<User>;
  /** Rate limited by account and address; same answer and time for unknown accounts. Failures are audited. */
  authenticate(input: {
    email: string;
    password: string;
    sourceIp: string;
  }): Promise<User & { sessionId: string }>;
  /** Sign-in by an identity provider: finds or (sign-up open) makes the account. */
  signInWithProvider(input: {
    provider: string;
    providerAccountId: string;
    email: string;
    emailVerified: boolean;
    name: string;
    sourceIp: string;
  }): Promise<User & { sessionId: string }>;
  /**
   * Sign-in by the user pool of the settings, of a user whom the pool has just signed in. The role follows the
   * pool's groups (lib/model/userPoolSignIn), at each sign-in anew.
   */
  signInWithUserPool(input: {
    userPoolId: string;
    /** `sub` */
    poolUserId: string;
    sourceIp: string;
  }): Promise<User & { sessionId: string }>;
  /** Public: the pool that people sign in by here, by its name; null when none is chosen. */
  signInPool(): Promise<{ userPoolId: string; name: string } | null>;
  /** For lib/auth alone: Gatehouse's own app client in that pool, with its secret; made when it is missing. */
  signInPoolClient(): Promise<SignInPoolClient | null>;
  /** Makes that client in a pool that is about to be chosen, so that a refusal is heard then. */
  prepareSignInPool(actor: Actor, userPoolId: string): Promise<void>;
  /**
   * The account behind a session, or null when it signed out, ended after half a day, was disabled or changed
   * its password or role.
   */
  bySession(sessionId: string): Promise<User | null>;
  /** Ends one session; nothing happens when it has ended. */
  signOut(sessionId: string): Promise<void>;
  changePassword(actor: Actor, input: { current: string; next: string }): Promise<void>;
  /** Ends all sessions of the account. */
  signOutEverywhere(actor: Actor): Promise<void>;
}

export interface SignInPoolClient {
  userPoolId: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}
