import { buildConnector } from 'undici';
import type { EgressGuard } from '../egressGuard';
import type { TlsProfile } from '../tls/TlsProfiles';
import { unvouchedRefusal } from '../tls/unvouchedRefusal';
import { EgressRefused } from './EgressRefused';

export interface ConnectorOptions {
  guard: EgressGuard;
  /** scheme and host, which also name who must be at the other end */
  url: URL;
  tls: TlsProfile | undefined;
}

/**
 * A connector for undici's `connect` option: the only way to open a socket to the outside. The guard sees the
 * address that is connected to, not the name (no rebinding between check and use). Certificates are checked, all of
 * it unless a profile waives the authority's part.
 */
export function egressConnector({ guard, url, tls }: ConnectorOptions): buildConnector.connector {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const connect = buildConnector({
    // No timeout of its own: a call's deadline covers the connect.
    timeout: 0,
    allowH2: false,
    minVersion: 'TLSv1.2',
    lookup: guard.lookup(port),
    ...tls?.options,
  });
  const checked: buildConnector.connector = tls?.insecure
    ? (options, callback) => connect(options, unlessRefused(url, callback))
    : connect;
  return (options, callback) => {
    try {
      guard.checkHost(options.hostname, port);
    } catch (error) {
      callback(error instanceof Error ? error : new EgressRefused(String(error)), null);
      return;
    }
    checked(options, callback);
  };
}

function unlessRefused(url: URL, callback: buildConnector.Callback): buildConnector.Callback {
  return (...result) => {
    const [, socket] = result;
    const refusal = socket && unvouchedRefusal(socket, url.hostname);
    if (!refusal) {
      callback(...result);
      return;
    }
    socket.destroy();
    callback(refusal, null);
  };
}
