import type { Answered } from '../../mapping/Exchange';
import type { CallReport } from '../../pipeline/Call';
import type { LogContext } from './outcomeContext';

/**
 * Members of `$context.integration` that REST APIs alone have: how the backend's answer came
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-troubleshoot.html).
 */
export function transferContext(
  { integrationLatency }: CallReport,
  answered: Answered | undefined,
): LogContext {
  if (integrationLatency === undefined) return {};
  const { streamed } = answered ?? {};
  if (!streamed) return { responseTransferMode: 'BUFFERED' };
  const { timeToAllHeaders, timeToFirstContent } = streamed;
  return {
    responseTransferMode: 'STREAMED',
    timeToAllHeaders: Math.round(timeToAllHeaders),
    ...(timeToFirstContent !== undefined && { timeToFirstContent: Math.round(timeToFirstContent) }),
  };
}
