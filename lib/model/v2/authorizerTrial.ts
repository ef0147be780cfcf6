/** A call that nobody sent, for an authorizer to say what it would say of it. */
export interface AuthorizerTrialInput {
  /** absent: `$default` where there is one, else the first; its variables count where the input has none */
  stageName?: string;
  /** HTTP APIs: the route that is called, whose scopes are asked; absent: `$default` without scopes */
  routeId?: string;
  headers: Record<string, string>;
  /** without the stage; '': a path of the route */
  pathWithQueryString: string;
  stageVariables: Record<string, string>;
}

/** What an authorizer of an HTTP or WebSocket API says of a call. */
export interface AuthorizerTrial {
  isAuthorized: boolean;
  /** what a caller would get as far as the authorizer is asked: 200, or the refusal's */
  clientStatus: number;
  /** why not, as operators are told */
  reason?: string;
  /** why not, as the caller is told: WWW-Authenticate */
  challenge?: string;
  /** as a JWT says of itself, good or not */
  token?: { header: Record<string, unknown>; claims: Record<string, unknown> };
  principalId?: string;
  /** `$context.authorizer.X` */
  context?: Record<string, unknown>;
  log: string;
  /** ms */
  latency: number;
}
