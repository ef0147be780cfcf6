import type { Answered } from '../../mapping/Exchange';
import type { CallReport } from '../../pipeline/Call';
import type { CallAddress } from '../../steps/callAddress';
import type { ReadVariable } from './LogLine';

export type LogContext = Readonly<Record<string, unknown>>;

/**
 * The members of `$context` that are known only once a call was answered, the same for every kind of API
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html).
 */
export function outcomeContext(
  report: CallReport,
  address: CallAddress | undefined,
  answered: Answered | undefined,
): LogContext & { integration: LogContext } {
  const { status, responseLength, latency, responseType, failure } = report;
  const awsEndpointRequestId = answered && (answered.requestId ?? headerOf(answered, REQUEST_IDS));
  const integration = { ...integrationContext(report), requestId: awsEndpointRequestId };
  return {
    awsEndpointRequestId,
    awsEndpointRequestId2: answered && headerOf(answered, SECOND_IDS),
    ...{ status, responseLength, responseLatency: Math.round(latency), integration },
    integrationLatency: integration.latency,
    integrationStatus: integration.integrationStatus,
    integrationErrorMessage: integration.error,
    customDomain: {
      basePathMatched: address && basePath(address),
      routingRuleIdMatched: address?.routingRuleId,
    },
    ...(failure && {
      error: { ...failure, messageString: JSON.stringify(failure.message), responseType },
    }),
  };
}

interface IntegrationOutcome {
  latency?: number;
  status?: number | undefined;
  integrationStatus?: number | undefined;
  error?: string | undefined;
}

function integrationContext({
  integrationLatency,
  backendStatus,
  isFunctionProxy,
  failure,
}: CallReport): IntegrationOutcome {
  if (integrationLatency === undefined) return {};
  return {
    latency: Math.round(integrationLatency),
    status: backendStatus,
    // What Lambda itself said; the function's own code is the status above.
    integrationStatus: isFunctionProxy && backendStatus !== undefined ? 200 : backendStatus,
    error: failure?.reason,
  };
}

/** What services of AWS name their answers by; S3 does with two. */
const REQUEST_IDS = new Set(['x-amzn-requestid', 'x-amz-request-id']);
const SECOND_IDS = new Set(['x-amz-id-2']);

function headerOf({ headers }: Answered, names: ReadonlySet<string>): string | undefined {
  return headers.find(([name]) => names.has(name.toLowerCase()))?.[1];
}

/** AWS fills in only one of the two ways that a call can be led. */
function basePath({ isCustomDomain, routingRuleId, fullPath, rest }: CallAddress): string | undefined {
  return isCustomDomain && routingRuleId === undefined
    ? fullPath.slice(1, fullPath.length - rest.length)
    : undefined;
}

/** Reads members by their path; a name is none of Object's own. */
export function readFrom(context: LogContext): ReadVariable {
  return (path) => {
    let value: unknown = context;
    for (const name of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
      value = (value as Record<string, unknown>)[name];
    }
    return value;
  };
}
