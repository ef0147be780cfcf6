import type { FieldError } from '@/lib/model/ControlError';
import type { Cors } from '@/lib/model/v2/api';

const methods = new Set(['*', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);
const HEADER = /^(\*|[!#$%&'*+.^_`|~0-9A-Za-z-]+)$/;

/** An exact origin, `*`, or all of a scheme (reference/http-apis.md section 8). */
const isOrigin = (origin: string): boolean =>
  /^(\*|https?:\/\/\*)$/.test(origin) ||
  (/^[a-z][a-z0-9+.-]*:\/\/[^\s/*]+$/i.test(origin) && URL.canParse(origin));

/** What is wrong with a CORS configuration. */
export function corsFaults(cors: Cors = {}): FieldError[] {
  const { allowOrigins = [], allowMethods = [], allowHeaders = [], exposeHeaders = [] } = cors;
  const faults: FieldError[] = [];
  const say = (member: string, message: string) =>
    faults.push({ field: `corsConfiguration.${member}`, message });
  for (const origin of allowOrigins)
    if (!isOrigin(origin))
      say('allowOrigins', `Invalid origin: ${origin}. Use *, or an origin such as https://example.com`);
  for (const method of allowMethods)
    if (!methods.has(method)) say('allowMethods', `Invalid HTTP method: ${method}`);
  for (const header of [...allowHeaders, ...exposeHeaders])
    if (!HEADER.test(header)) say('allowHeaders', `Invalid header name: ${header}`);
  if (cors.allowCredentials && allowOrigins.includes('*'))
    say('allowCredentials', 'Credentials are not allowed with the origin *');
  return faults;
}
