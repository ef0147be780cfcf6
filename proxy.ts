import { type NextRequest, NextResponse } from 'next/server';
import {
  isAskedOfPortal,
  isPreview,
  pathInPortal,
  portalHostHeader,
  portalOfHost,
} from './app/portals/portalHost';
import { control } from './lib/runtime/slot';

/**
 * Leads a portal's own host name to its pages, and to nothing else: under it there is no console, no sign-in and no
 * catalogue. Next runs a proxy in the process of its pages, so that the control plane can be asked.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const host = request.headers.get('host');
  const siteOfHost = (hostname: string) => control().portals.siteOfHost(hostname);
  const portalId = await portalOfHost(host, process.env.NEXTAUTH_URL, siteOfHost);
  const { policy, headers } = policed(request);
  const url = request.nextUrl.clone();
  if (portalId !== undefined && !isAskedOfPortal(request.method, url.pathname))
    return new NextResponse(null, { status: 405, headers: { allow: 'GET, HEAD' } });
  if (portalId !== undefined) url.pathname = pathInPortal(portalId, url.pathname);
  // What a client says of it is worth nothing.
  headers.delete(portalHostHeader);
  if (portalId !== undefined) headers.set(portalHostHeader, portalId);
  const response =
    portalId === undefined
      ? NextResponse.next({ request: { headers } })
      : NextResponse.rewrite(url, { request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (isPreview(url.pathname)) {
    response.headers.set('referrer-policy', 'no-referrer');
    response.headers.set('x-robots-tag', 'noindex, nofollow');
  }
  return response;
}

/**
 * Content security policy with a nonce for each page: scripts run only if the server wrote them.
 * Styles stay 'unsafe-inline': recharts and swagger-ui set style attributes, which no nonce covers.
 */
function policed(request: NextRequest): { policy: string; headers: Headers } {
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === 'development';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ${gatewaySockets()}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  return { policy, headers };
}

/** Where a page's test client may open a WebSocket: the gateway, by its own address and by an API's host name. */
function gatewaySockets(): string {
  const address = process.env.GATEHOUSE_GATEWAY_URL;
  if (!address) return '';
  const { protocol, host } = new URL(address);
  const scheme = protocol.replace('http', 'ws');
  return `${scheme}//${host} ${scheme}//*.execute-api.${host}`;
}

/** Code of functions is no page, and a proxy would cut what is sent after 10 MB; a portal's name has none of it. */
export const config = {
  matcher: [
    { source: '/((?!_next/static|_next/image|favicon.ico|icon.svg|api/functions).*)' },
    { source: '/api/functions/:path*', has: [{ type: 'host', value: 'p-[^.]+\\.apigw-portal\\..+' }] },
  ],
};
