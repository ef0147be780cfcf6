import type { Call } from '../pipeline/Call';

/**
 * A limit that cannot be asked lets the call pass, as AWS's do: an outage of the counters is not one of the API
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html: limits are
 * "best-effort"). Only limits: a key that cannot be checked is refused.
 */
export function letThrough(
  { ports, trace, requestId, report }: Pick<Call, 'ports' | 'trace' | 'requestId' | 'report'>,
  error: unknown,
): void {
  const message = 'Usage Plan check failed due to an internal error';
  trace?.add('letThrough', message);
  const { restApiId, stageName, usagePlanId } = report;
  ports.log.error(message, { requestId, restApiId, stageName, usagePlanId, error: String(error) });
}
