import { buildConnector } from 'undici';
import type { EgressGuard } from '../egressGuard';
import { EgressRefused } from './EgressRefused';

/**
 * A connector for undici's `connect` option: the only way to open a socket to the outside. The guard sees the
 * address that is connected to, not the name (no rebinding between check and use). Certificates are checked;
 * nothing turns that off.
 */
export function egressConnector(guard: EgressGuard, url: URL): buildConnector.connector {
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  // No timeout of its own: a call's deadline covers the connect.
  const connect = buildConnector({ timeout: 0, allowH2: false, lookup: guard.lookup(port) });
  return (options, callback) => {
    try {
      guard.checkHost(options.hostname, port);
    } catch (error) {
      callback(error instanceof Error ? error : new EgressRefused(String(error)), null);
      return;
    }
    connect(options, callback);
  };
}
