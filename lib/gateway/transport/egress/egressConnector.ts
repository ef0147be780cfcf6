import { isIP } from 'node:net';
import { type ConnectionOptions, checkServerIdentity } from 'node:tls';
import { buildConnector } from 'undici';
import type { EgressGuard } from '../egressGuard';
import type { LinkTarget } from '../links/LinkTarget';
import type { TlsProfile } from '../tls/TlsProfiles';
import { unvouchedRefusal } from '../tls/unvouchedRefusal';
import { EgressRefused } from './EgressRefused';

export interface ConnectorOptions {
  guard: EgressGuard;
  /** scheme, host and port; its host also names who must be at the other end */
  origin: string;
  tls: TlsProfile | undefined;
  /** where to connect instead of the origin's host */
  target: LinkTarget | undefined;
  /** longest wait for a target's connection; others have their call's whole time */
  linkConnectMillis: number;
}

/**
 * A connector for undici's `connect` option: the only way to open a socket to the outside. The guard sees the
 * address that is connected to, not the name (no rebinding between check and use). Certificates are checked, all of
 * it unless a profile waives the authority's part.
 */
export function egressConnector({
  guard,
  origin,
  tls,
  target,
  linkConnectMillis,
}: ConnectorOptions): buildConnector.connector {
  const url = new URL(origin);
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = target?.port ?? (Number(url.port) || (url.protocol === 'https:' ? 443 : 80));
  const host = target?.host ?? name;
  const connect = buildConnector({
    timeout: target ? linkConnectMillis : 0,
    allowH2: false,
    lookup: guard.lookup(port),
    ...tlsOptions(name),
    ...tls?.options,
  });
  // undici would take it from a mapped Host header, and with it the name that the certificate must have.
  const servername = isIP(name) ? '' : name;
  return (options, callback) => {
    try {
      guard.checkHost(host, port);
    } catch (error) {
      callback(error instanceof Error ? error : new EgressRefused(String(error)), null);
      return;
    }
    const settled = tls?.insecure ? unlessRefused(name, callback) : callback;
    connect({ ...options, hostname: host, port: String(port), servername }, settled);
  };
}

function tlsOptions(name: string): ConnectionOptions {
  return {
    minVersion: 'TLSv1.2',
    // Node would ask for the address that is connected to where the URL's host is an address.
    checkServerIdentity: (_host, certificate) => checkServerIdentity(name, certificate),
  };
}

function unlessRefused(name: string, callback: buildConnector.Callback): buildConnector.Callback {
  return (...result) => {
    const [, socket] = result;
    const refusal = socket && unvouchedRefusal(socket, name);
    if (!refusal) {
      callback(...result);
      return;
    }
    socket.destroy();
    callback(refusal, null);
  };
}
