/** What Gatehouse uses of oidc-provider 9, which ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  export type Payload = Record<string, unknown>;

  export interface Adapter {
    upsert(id: string, payload: Payload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    findByUserCode(userCode: string): Promise<Payload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface Client {
    clientId: string;
    clientName?: string;
    clientAuthMethod: string;
    redirectUris: string[];
    scope?: string;
    grantTypeAllowed(type: string): boolean;
  }
  export interface Account {
    accountId: string;
    claims(use: string, scope: string): Promise<Payload>;
  }
  export interface Grant {
    jti: string;
    accountId: string;
    clientId: string;
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  /** access, refresh and client credentials tokens, codes: the members that they share */
  export interface Token {
    jti?: string;
    clientId: string;
    accountId?: string;
    grantId?: string;
    scope?: string;
    authTime?: number;
    remainingTTL: number;
    getValueAndPayload(): Promise<{ value: string; payload?: Payload }>;
  }
  export interface TokenModel {
    prototype: Token;
    find(value: string, options?: object): Promise<Token | undefined>;
    instantiate(payload: Payload): Token;
  }
  export interface IdToken {
    available: Payload;
    extra: Payload;
    scope?: string;
    issue(options: { use: string; expiresAt?: number }): Promise<string>;
  }
  export interface Claims {
    available: Payload;
    result(): Promise<Payload>;
  }
  export interface Interaction {
    uid: string;
    prompt: { name: string; reasons: string[] };
    params: Record<string, string | undefined>;
    returnTo: string;
  }
  export interface OidcContext {
    client: Client;
    account?: Account;
    params: { scope?: string };
    provider: Provider;
    session: { accountId?: string; grantIdFor(clientId: string): string | undefined };
    requestParamOIDCScopes: Set<string>;
    result?: { consent?: { grantId?: string } };
    entities: {
      Account?: Account;
      AuthorizationCode?: Token;
      RefreshToken?: Token;
      RotatedRefreshToken?: Token;
    };
  }
  export interface Context {
    oidc: OidcContext;
    type: string;
    status: number;
    body: unknown;
    set(name: string, value: string): void;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    static readonly ctx: Context | undefined;
    readonly issuer: string;
    proxy: boolean;
    readonly AccessToken: TokenModel;
    readonly ClientCredentials: TokenModel;
    readonly IdToken: { prototype: IdToken };
    readonly Claims: { prototype: Claims };
    readonly Client: { find(clientId: string): Promise<Client | undefined> };
    readonly Grant: {
      new (members: { accountId: string; clientId: string }): Grant;
      find(grantId: string): Promise<Grant | undefined>;
    };
    callback(): RequestListener;
    on(event: 'server_error', listener: (context: Context, error: Error) => void): this;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { mergeWithLastSubmission?: boolean },
    ): Promise<string>;
  }

  export class Check {
    constructor(reason: string, description: string, check: (context: Context) => boolean);
  }
  interface Checks {
    add(check: Check): void;
    clear(): void;
  }
  export const interactionPolicy: {
    Check: typeof Check;
    base(): { get(name: 'login' | 'consent'): { checks: Checks } };
  };
  export const errors: {
    InvalidGrant: new (detail: string) => Error;
    InvalidScope: new (description: string, scope: string) => Error;
  };
}
