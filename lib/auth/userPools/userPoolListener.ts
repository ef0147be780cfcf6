import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { addressGroup } from '@/lib/control/users/addressGroup';
import { tryLimit } from '@/lib/control/users/tryLimit';
import { isControlError } from '@/lib/model/ControlError';
import type { LogFault, PoolProviders } from './PoolProviders';

/** What is the protocol's below a pool's address; all else there is pages. */
const protocol = /^(\/userpools\/([\w-]{1,64}))(\/(?:oauth2\/|\.well-known\/|log(?:in|out)(?=[/?]|$))[^#]*)$/;

/**
 * Answers what belongs to the pools' protocol and hands everything else on.
 * @param options.publicUrl under which browsers and clients reach this listener
 * @param options.mostAuthorizations of an address in a minute: each leaves a row behind until it is swept
 */
export function userPoolListener(
  providers: PoolProviders,
  {
    publicUrl,
    logFault,
    mostAuthorizations = 600,
  }: {
    publicUrl: string;
    logFault: LogFault;
    mostAuthorizations?: number;
  },
  next: RequestListener,
): RequestListener {
  const authorizations = tryLimit(mostAuthorizations, () => performance.now());
  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    mount: string,
    id: string,
    path: string,
  ) => {
    const provider = await providers.of(id);
    if (!provider) return refuse(response, 404, `User pool ${id} does not exist.`);
    const asked = cognitoPath(path);
    if (asked.startsWith('/oauth2/authorize?'))
      authorizations.take(addressGroup(request.socket.remoteAddress ?? 'unknown'));
    setAddress(request, publicUrl, mount, asked);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader('Referrer-Policy', 'same-origin');
    provider.callback()(request, response);
  };
  return (request, response) => {
    const [, mount, id, path] = protocol.exec(request.url ?? '') ?? [];
    if (mount === undefined || id === undefined || path === undefined) return next(request, response);
    answer(request, response, mount, id, path).catch((error: unknown) => {
      if (isControlError(error)) return refuse(response, 429, error.message);
      logFault('A user pool could not answer', { userPoolId: id, reason: String(error) });
      refuse(response, 503, 'The user pool cannot answer just now. Try again later.');
    });
  };
}

/** Cognito's other names: /login is where authorization begins, and logout_uri where signing out ends. */
function cognitoPath(path: string): string {
  if (/^\/login(?=[/?]|$)/.test(path)) return path.replace(/^\/login\/?/, '/oauth2/authorize');
  if (!/^\/logout(?=\?)/.test(path)) return path;
  const query = new URLSearchParams(path.slice('/logout?'.length));
  const uri = query.get('logout_uri');
  if (uri === null) return path;
  query.delete('logout_uri');
  query.set('post_logout_redirect_uri', uri);
  return `/logout?${query}`;
}

/**
 * A provider takes its own address from the request: it is the public one, whatever the Host header says. Its
 * `url` is the path below the pool's address, as Express would mount it.
 */
function setAddress(request: IncomingMessage, publicUrl: string, mount: string, path: string): void {
  const { host, protocol: scheme } = new URL(publicUrl);
  for (const name of ['x-forwarded-for', 'x-forwarded-port', 'forwarded']) delete request.headers[name];
  Object.assign(request.headers, {
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': scheme.replace(':', ''),
  });
  Object.assign(request, { url: path, originalUrl: `${mount}${path}` });
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(
    JSON.stringify({
      error: status === 404 ? 'not_found' : 'temporarily_unavailable',
      error_description: message,
    }),
  );
}
