import type { CallReport } from '../../pipeline/Call';
import type { LogContext } from './outcomeContext';

type Authorizing = Pick<CallReport, 'authorization' | 'authorizer'>;

/**
 * `$context.authenticate`, `.authorize` and `.authorizer` of a REST API's call, and of the event of a WebSocket that was
 * authorized, which is its `$connect`
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html,
 * websocket-api-logging.html there).
 * @param known `$context.authorizer` as mappings read it
 */
export function authorizationContext({ authorization, authorizer }: Authorizing, known: unknown): LogContext {
  if (!authorization) return { authorizer: known };
  const { isIam, status, latency, error } = authorization;
  const outcome = { status, latency, error: error?.message };
  // Who signed is known before it is asked what they may do.
  const isKnown = !error || error.responseType === 'ACCESS_DENIED';
  return {
    ...(isIam && { authenticate: isKnown ? { status: 200, latency } : outcome }),
    ...((isKnown || !isIam) && { authorize: outcome }),
    authorizer: isIam ? known : { ...outcome, ...authorizer, ...(known as object | undefined) },
  };
}
