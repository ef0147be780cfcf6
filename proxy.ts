import { type NextRequest, NextResponse } from 'next/server';

/**
 * Content security policy with a nonce for each page: scripts run only if the server wrote them.
 * Styles stay 'unsafe-inline': recharts and swagger-ui set style attributes, which no nonce covers.
 */
export function proxy(request: NextRequest): NextResponse {
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
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Where a page's test client may open a WebSocket: the gateway, by its own address and by an API's host name. */
function gatewaySockets(): string {
  const address = process.env.GATEHOUSE_GATEWAY_URL;
  if (!address) return '';
  const { protocol, host } = new URL(address);
  const scheme = protocol.replace('http', 'ws');
  return `${scheme}//${host} ${scheme}//*.execute-api.${host}`;
}

/** Code of functions is no page, and a proxy would cut what is sent after 10 MB. */
export const config = {
  matcher: [{ source: '/((?!_next/static|_next/image|favicon.ico|icon.svg|api/functions).*)' }],
};
