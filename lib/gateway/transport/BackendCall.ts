import type { Readable } from 'node:stream';
import type { ClientCertificateDocument, VpcLinkDocument } from '../snapshot/types';
import type { BackendRoute } from './BackendRoute';
import type { Departure } from './Departure';
import type { TargetHealth } from './links/TargetHealth';

/** One call to a backend, made by transport/backends only. */
export interface BackendCall {
  route: BackendRoute;
  method: string;
  /** absolute http(s) URL */
  url: string;
  headers: [name: string, value: string][];
  body: Buffer | undefined;
  /** the client left: stop the call */
  clientGone: Departure;
}

export interface BackendAnswer {
  status: number;
  headers: [name: string, value: string][];
  /** a stream unless all of it came with the head; to be read or destroyed */
  body: Readable | Buffer;
}

/** Why a backend call failed; pipeline maps it to AWS's gateway responses. Texts never reach callers. */
export type BackendFailureReason =
  | 'timeout' // INTEGRATION_TIMEOUT 504
  | 'unreachable' // refused, reset, DNS, TLS: INTEGRATION_FAILURE 504
  | 'garbage' // not HTTP, bad framing: DEFAULT_5XX 502
  | 'too-long' // over AWS's payload limit: API_CONFIGURATION_ERROR 500
  | 'busy' // no slot, breaker open: INTEGRATION_FAILURE 504 at once
  | 'refused-address' // egress guard: API_CONFIGURATION_ERROR 500
  | 'misconfigured' // a certificate or VPC link that cannot be used: API_CONFIGURATION_ERROR 500
  | 'bad-url' // API_CONFIGURATION_ERROR 500, `Invalid endpoint address`
  | 'client-gone';

export class BackendFailure extends Error {
  constructor(
    readonly reason: BackendFailureReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'BackendFailure';
  }
}

/** What the way to backends needs of a publication. */
export interface BackendNetwork {
  clientCertificates: readonly ClientCertificateDocument[];
  vpcLinks: readonly VpcLinkDocument[];
}

export interface Backends {
  /** @throws BackendFailure */
  call(call: BackendCall): Promise<BackendAnswer>;
  /**
   * Takes over what a publication holds: connections under certificates that it no longer names are not used
   * again, and calls under way end on them.
   */
  update(network: BackendNetwork): void;
  /** The targets of a link as they are seen here; none of a link that the configuration does not hold. */
  vpcLinkHealth(id: string): TargetHealth[];
  close(): Promise<void>;
}
