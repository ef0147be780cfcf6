import { requestTime } from '../../mapping/requestTime';
import type { HttpExchange } from '../HttpExchange';

/** Without a route where none was found. */
type Subject = Pick<HttpExchange, 'call' | 'target'> & Partial<Pick<HttpExchange, 'route' | 'authorized'>>;

/**
 * `$context.X` as mappings and identity sources read it (reference section 13).
 * @param name e.g. `identity.sourceIp` or `authorizer.claims.sub`
 * @returns undefined: there is no such value
 */
export function contextValue(exchange: Subject, name: string): string | undefined {
  const read = Object.hasOwn(VALUES, name) ? VALUES[name] : undefined;
  if (read) return read(exchange);
  return name.startsWith('authorizer.')
    ? authorizerValue(exchange, name.slice('authorizer.'.length))
    : undefined;
}

const domainName = ({ call }: Subject) => call.request.host.replace(/:\d+$/, '');

const userOf = ({ authorized }: Subject) => (authorized?.kind === 'iam' ? authorized.user : undefined);

const VALUES: Readonly<Record<string, (exchange: Subject) => string | undefined>> = {
  accountId: ({ call }) => call.serving.account.accountId,
  apiId: ({ call }) => call.api.document.apiId,
  domainName,
  domainPrefix: (exchange) => domainName(exchange).split('.')[0],
  extendedRequestId: ({ call }) => call.requestId,
  httpMethod: ({ call }) => call.request.method,
  'identity.accountId': (exchange) => userOf(exchange)?.principal.accountId,
  'identity.caller': (exchange) => userOf(exchange)?.userId,
  'identity.sourceIp': ({ call }) => call.request.sourceIp,
  'identity.user': (exchange) => userOf(exchange)?.userId,
  'identity.userAgent': ({ call }) => call.request.header('user-agent'),
  'identity.userArn': (exchange) => userOf(exchange)?.principal.arn,
  path: ({ target }) => target.fullPath,
  protocol: ({ call }) => call.request.protocol,
  requestId: ({ call }) => call.requestId,
  requestTime: ({ call }) => requestTime(call.time),
  requestTimeEpoch: ({ call }) => String(call.time),
  routeKey: ({ route }) => route?.routeKey,
  stage: ({ target }) => target.stage.document.stageName,
};

function authorizerValue({ authorized }: Subject, name: string): string | undefined {
  if (authorized?.kind === 'jwt')
    return name.startsWith('claims.') ? own(authorized.claims, name.slice('claims.'.length)) : undefined;
  if (authorized?.kind !== 'lambda') return undefined;
  return name === 'principalId' ? authorized.principalId : own(authorized.context, name);
}

function own(values: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
