/**
 * How the calls of one method of one stage reach their backend: settled when a publication is first called, so that
 * a call only reads it.
 */
export interface BackendRoute {
  /**
   * Slots, breaker and connection pool belong to this key (API, stage, method): no pool is ever shared
   * between APIs or stages (reliability.md 3, trap 9).
   */
  integrationKey: string;
  /** from call to the body's first byte; until then and no longer a body may come more slowly than the minimum rate */
  timeoutInMillis: number;
  /** undefined: no certificate of our own, and the system's authorities vouch for the backend */
  tls: BackendTls | undefined;
  /** undefined: the URL's host is the backend's address */
  vpcLinkId: string | undefined;
  /** the answer goes on as it comes, of any length and for up to 15 minutes */
  stream: boolean;
}

/** What connections show and check over TLS, where that is not the ordinary. */
export interface BackendTls {
  /** told apart by this: connections of one are never used for another */
  key: string;
  /** PEM; both or neither */
  certificate: string | undefined;
  privateKey: string | undefined;
  /** PEM: trusted instead of the system's authorities */
  caCertificate: string | undefined;
  /** nobody need vouch for the backend's certificate; its dates and its name are checked all the same */
  insecureSkipVerification: boolean;
}
