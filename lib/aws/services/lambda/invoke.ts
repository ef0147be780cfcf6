import type { FunctionOutcome } from '@/lib/model/function';
import { AwsError } from '../../AwsError';
import type { AwsRequest } from '../../AwsRequest';
import { eventMessage } from '../../protocols/eventStream';
import { RestAnswer } from '../../protocols/restJsonProtocol';
import type { OperationCall } from '../../Service';
import { functionNamed, invalid } from './functionName';

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LARGEST_EVENT = 6 * 1024 * 1024;

/** What the function host's statuses are called. */
const ERRORS: Record<number, string> = {
  400: 'InvalidRequestContentException',
  404: 'ResourceNotFoundException',
  413: 'RequestTooLargeException',
  429: 'TooManyRequestsException',
};

/** The ARN that policies are asked about; with the version or alias, as AWS asks. */
export function functionResource(call: OperationCall): string {
  const { functionName, qualifier } = functionNamed(call);
  const { region, accountId } = call.door;
  const arn = `arn:aws:lambda:${region}:${accountId}:function:${functionName}`;
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

/** Lambda's Invoke (https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html). */
export async function invoke(call: OperationCall): Promise<RestAnswer> {
  const invocationType = oneOf(call.request, 'x-amz-invocation-type', ['RequestResponse', 'Event', 'DryRun']);
  const withLog = wantsLog(call.request);
  if (invocationType === 'DryRun') return dryRun(call);
  const outcome = await outcomeOf(call, invocationType);
  return new RestAnswer(outcome.status, headersOf(outcome, withLog), outcome.payload);
}

/**
 * The same as a stream of events (https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html):
 * one chunk with the whole payload, for the function host has it whole, and its end.
 */
export async function invokeWithResponseStream(call: OperationCall): Promise<RestAnswer> {
  const invocationType = oneOf(call.request, 'x-amz-invocation-type', ['RequestResponse', 'DryRun']);
  const withLog = wantsLog(call.request);
  if (invocationType === 'DryRun') return dryRun(call);
  const outcome = await outcomeOf(call, invocationType);
  if (outcome.status >= 400)
    return new RestAnswer(outcome.status, headersOf(outcome, false), outcome.payload);
  const { 'X-Amz-Function-Error': error, ...headers } = headersOf(outcome, false);
  const end = {
    ...(error !== undefined && { ErrorCode: error, ErrorDetails: outcome.payload }),
    ...(withLog && { LogResult: Buffer.from(outcome.log).toString('base64') }),
  };
  const stream = Buffer.concat([
    ...(error === undefined
      ? [eventOfType('PayloadChunk', 'application/octet-stream', outcome.payload)]
      : []),
    eventOfType('InvokeComplete', 'application/json', JSON.stringify(end)),
  ]);
  const type = { 'content-type': 'application/vnd.amazon.eventstream' };
  return new RestAnswer(200, { ...headers, ...type }, new Uint8Array(stream));
}

const eventOfType = (event: string, type: string, payload: string) =>
  eventMessage({ ':message-type': 'event', ':event-type': event, ':content-type': type }, payload);

const wantsLog = (request: AwsRequest) => oneOf(request, 'x-amz-log-type', ['None', 'Tail']) === 'Tail';

async function dryRun(call: OperationCall): Promise<RestAnswer> {
  const { functionName, qualifier } = functionNamed(call);
  await eventOf(call.request);
  await call.door.control.functions.get(call.actor, functionName, qualifier);
  return new RestAnswer(204);
}

async function outcomeOf(
  call: OperationCall,
  invocationType: 'RequestResponse' | 'Event',
): Promise<FunctionOutcome> {
  const { functionName, qualifier } = functionNamed(call);
  const clientContext = call.request.header('x-amz-client-context');
  const payload = await eventOf(call.request);
  return call.door.control.functions.invoke(call.actor, functionName, {
    ...(qualifier !== undefined && { qualifier }),
    payload,
    invocationType,
    ...(clientContext !== undefined && { clientContext }),
  });
}

/** The first is the default. */
function oneOf<Value extends string>(
  request: AwsRequest,
  header: string,
  values: [Value, ...Value[]],
): Value {
  const sent = request.header(header);
  if (sent === undefined) return values[0];
  const known = values.find((value) => value === sent);
  if (known === undefined) throw invalid(`${header} is one of ${values.join(', ')}`);
  return known;
}

async function eventOf(request: AwsRequest): Promise<string> {
  const body = await request.readBody();
  if (body.length > LARGEST_EVENT)
    throw new AwsError(
      'RequestTooLargeException',
      `Request must be smaller than ${LARGEST_EVENT} bytes for the InvokeFunction operation`,
      413,
    );
  const payload = body.toString();
  try {
    if (payload !== '') JSON.parse(payload);
    return payload;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `Could not parse request body into json: ${reason}`;
    throw new AwsError('InvalidRequestContentException', message, 400);
  }
}

function headersOf(outcome: FunctionOutcome, withLog: boolean): Record<string, string> {
  const errorType = ERRORS[outcome.status];
  return {
    ...(outcome.executedVersion !== '' && { 'X-Amz-Executed-Version': outcome.executedVersion }),
    ...(outcome.functionError && { 'X-Amz-Function-Error': outcome.functionError }),
    ...(outcome.requestId !== '' && { 'x-amzn-RequestId': outcome.requestId }),
    ...(withLog && { 'X-Amz-Log-Result': Buffer.from(outcome.log).toString('base64') }),
    ...(errorType !== undefined && { 'x-amzn-ErrorType': errorType }),
  };
}
