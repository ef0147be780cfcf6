import type { Call } from '../../pipeline/Call';
import type { AccessLogs } from '../../ports';
import type { Reply } from '../../transport/Request';
import { outcomeContext } from '../accessLog/outcomeContext';
import { pairsForTrace } from '../redact';
import type { Trace } from '../trace';
import type { ExecutionLog } from './compileExecutionLogs';
import { eventText } from './eventText';
import { javaMap } from './executionLines';
import { secretsOf } from './secretsOf';
import { stageLines } from './stageLines';

/** What the caller was answered. */
interface Told {
  headers: Reply['headers'];
  body: Reply['body'] | undefined;
}

/**
 * The lines of a call in its stage's execution log, if its level asks for them
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html). ERROR is for calls that the
 * gateway itself had to end, with all that led to it: what a backend answers is no error of the execution.
 *
 * Without data trace AWS logs that a call was executed and how it ended, but nothing of what it carried; which lines
 * those are is stageLines' to say.
 *
 * All lines have the time at which the call ended, as its line in the access log has: written at once, none comes
 * behind a younger one, by which those who follow a log would miss it (`aws logs tail` asks from the newest time on).
 */
export function logExecution(call: Call, reply: Told, logs: AccessLogs): void {
  const { trace, report, requestId } = call;
  const log = trace?.log;
  if (!trace || !log) return;
  const { responseType, time } = report;
  if (log.level === 'ERROR' && responseType === undefined) return;
  trace.hide(...secretsOf(call.request));
  const lines = [
    `Extended Request Id: ${call.extendedRequestId}`,
    ...trace.entries.flatMap((entry) => stageLines(entry, call, log.dataTrace)),
    ...ending(call, trace, reply, log),
  ];
  const { logGroupName } = log;
  for (const line of lines)
    logs.write({ logGroupName, time, message: eventText(requestId, line, trace.secrets) });
}

function ending(
  { report, requestId, address, exchange }: Call,
  { entries }: Trace,
  { headers, body }: Told,
  { dataTrace }: ExecutionLog,
): string[] {
  const { responseType, status } = report;
  const { awsEndpointRequestId } = outcomeContext(report, address, exchange?.answered);
  const wasStarted = entries.some(({ step }) => step === 'startExecution');
  const isText = typeof body === 'string' || Buffer.isBuffer(body);
  return [
    ...(responseType === 'UNAUTHORIZED' ? [`Unauthorized request: ${requestId}`] : []),
    ...(responseType === undefined
      ? []
      : [`Gateway response type: ${responseType} with status code: ${status}`]),
    ...(responseType !== undefined && dataTrace && isText
      ? [`Gateway response body: ${body}`, `Gateway response headers: ${javaMap(pairsForTrace(headers))}`]
      : []),
    ...(responseType === undefined && status !== 499 ? ['Successfully completed execution'] : []),
    ...(status === 499 ? ['The client left before it was answered'] : []),
    ...(wasStarted ? [`Method completed with status: ${status}`] : []),
    ...(awsEndpointRequestId === undefined
      ? []
      : [`AWS Integration Endpoint RequestId : ${awsEndpointRequestId}`]),
  ];
}
