/** The parameters of one call, as their expressions came out. */
export type Parameters = Readonly<Record<string, string>>;

/** A service's request, before it has a host and a signature. */
export interface ServiceRequest {
  method: 'GET' | 'POST';
  /** path and query */
  url: string;
  headers: [name: string, value: string][];
  body: Buffer | undefined;
}

/** One subtype of AWS_PROXY (reference section 11). */
export interface ServiceAction {
  /** as in the service's host and signature */
  service: string;
  /** before the service in its host: `sync-states` */
  hostPrefix?: string;
  required: readonly string[];
  optional: readonly string[];
  /** @throws GatewayError DEFAULT_4XX for a parameter that is not what it must be */
  request(parameters: Parameters): ServiceRequest;
}

/** A call of a service that speaks JSON, its action in X-Amz-Target. */
export function jsonRequest(target: string, version: '1.0' | '1.1', body: object): ServiceRequest {
  return {
    method: 'POST',
    url: '/',
    headers: [
      ['Content-Type', `application/x-amz-json-${version}`],
      ['X-Amz-Target', target],
    ],
    body: Buffer.from(JSON.stringify(body)),
  };
}
