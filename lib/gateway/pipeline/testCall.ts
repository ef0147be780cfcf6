import type { TestCall, TestOutcome } from '../gateway';
import { readBeginning } from '../integrations/readBeginning';
import { readWhole } from '../integrations/readWhole';
import type { GatewayLog } from '../ports';
import { SnapshotRejected } from '../snapshot/SnapshotRejected';
import type { DeploymentDocument } from '../snapshot/types';
import { executionLog } from '../telemetry/executionLog/executionLog';
import { pairsForTrace } from '../telemetry/redact';
import { Trace, type TraceEntry } from '../telemetry/trace';
import type { Reply } from '../transport/Request';
import type { Call, CallPorts } from './Call';
import { inventedCall, TestRefused } from './inventedCall';
import { answer } from './serve';
import type { TestAccount } from './TestAccount';

export interface TestCallOptions {
  ports: Omit<CallPorts, 'counters' | 'cache'>;
  log: GatewayLog;
  account: TestAccount;
}

/**
 * Runs the production pipeline on one method of a definition. As on AWS neither authorizer, key nor throttle is
 * asked: the method is compiled as open, and the counters give to everyone.
 */
export async function runTestCall(test: TestCall, options: TestCallOptions): Promise<TestOutcome> {
  const { clock } = options.ports;
  const startedAt = clock.monotonic();
  const trace = new Trace(startedAt, () => clock.monotonic());
  try {
    const call = prepare(test, options, trace, startedAt);
    const reply = await answer(call, options.log);
    const whole = await readReply(call, reply, options.log);
    return outcome(call, whole, clock.monotonic() - startedAt, test.headers);
  } catch (error) {
    if (!(error instanceof SnapshotRejected || error instanceof TestRefused)) throw error;
    return refusedOutcome(error, trace, clock.now());
  }
}

const STREAM_BYTES = 1_048_576;
const STREAM_MILLIS = 35_000;

function prepare(test: TestCall, options: TestCallOptions, trace: Trace, startedAt: number): Call {
  const deployment = onlyTested(test);
  const resourcePath = deployment.resources[0]?.path;
  const invented = { ...test, deployment, ...(resourcePath !== undefined && { resourcePath }) };
  return inventedCall(invented, options, trace, startedAt);
}

/** The resource under test alone, so that no sibling answers for it and no other method's fault is in the way. */
function onlyTested({ deployment, resourceId, httpMethod }: TestCall): DeploymentDocument {
  const resources = deployment.resources
    .filter(({ id }) => id === resourceId)
    .map((resource) => {
      const verb = Object.hasOwn(resource.resourceMethods, httpMethod) ? httpMethod : 'ANY';
      const method = resource.resourceMethods[verb];
      const open = method && { ...method, authorizationType: 'NONE', apiKeyRequired: false };
      return { ...resource, resourceMethods: open ? { [verb]: open } : {} };
    });
  const { policy, ...definition } = deployment;
  return { ...definition, resources };
}

/**
 * A proxied body is read whole here: the panel shows it at once. Of a stream it shows what came in 35 seconds or in
 * its first megabyte, as AWS's test does.
 */
async function readReply(call: Call, reply: Reply, log: GatewayLog): Promise<Reply> {
  const { body } = reply;
  if (typeof body === 'string' || Buffer.isBuffer(body)) return reply;
  try {
    const stream = reply.headAtOnce === true;
    const whole = stream ? await readBeginning(body, STREAM_BYTES, STREAM_MILLIS) : await readWhole(body);
    call.trace?.add('passIntegrationResponse', 'Method response body', { body: whole.toString() });
    return { ...reply, body: whole };
  } catch (error) {
    log.error('A backend broke off during a test', { requestId: call.requestId, error: String(error) });
    const failed = 'The backend broke off before its answer was whole';
    call.trace?.fail('passIntegrationResponse', failed, { responseType: 'DEFAULT_5XX', status: 502 });
    return { ...reply, status: 502, body: '{"message": "Internal server error"}' };
  }
}

function outcome(call: Call, reply: Reply, latency: number, sent: Record<string, string>): TestOutcome {
  const headers: Record<string, string[]> = {};
  for (const [name, value] of reply.headers) headers[name] = [...(headers[name] ?? []), value];
  const trace = call.trace?.entries ?? [];
  const lines = trace.map((entry) => withReplyHeaders(withSentHeaders(entry, sent), reply));
  const log = executionLog({
    requestId: call.requestId,
    time: call.time,
    status: reply.status,
    trace: lines,
  });
  return { status: reply.status, headers, body: reply.body.toString(), latency, trace, log };
}

/** A test's log tells the headers that were given to it, not those that the gateway adds (recorded). */
function withSentHeaders(entry: TraceEntry, sent: Record<string, string>): TraceEntry {
  const { step, detail } = entry;
  if (step !== 'mapIntegrationRequest' || !detail || 'uri' in detail) return entry;
  const names = new Set(Object.keys(sent).map((name) => name.toLowerCase()));
  const headers = Object.entries((detail.headers ?? {}) as Record<string, unknown>).filter(([name]) =>
    names.has(name.toLowerCase()),
  );
  return { ...entry, detail: { ...detail, headers: Object.fromEntries(headers) } };
}

/** Of an answer the log tells all headers but the ids of the call, those that the gateway adds too (recorded). */
function withReplyHeaders(entry: TraceEntry, { headers }: Reply): TraceEntry {
  const { step, detail } = entry;
  if (!RESPONSE_STEPS.has(step) || entry.failed || !detail || !('headers' in detail)) return entry;
  const told = headers.filter(([name]) => !CALL_IDS.has(name.toLowerCase()));
  return { ...entry, detail: { ...detail, headers: pairsForTrace(told) } };
}

const RESPONSE_STEPS: ReadonlySet<string> = new Set(['mapIntegrationResponse', 'passIntegrationResponse']);
const CALL_IDS: ReadonlySet<string> = new Set(['x-amzn-requestid', 'x-amz-apigw-id']);

/** A definition or request that cannot run: what AWS's console shows as an execution failure. */
function refusedOutcome(error: SnapshotRejected | TestRefused, trace: Trace, time: number): TestOutcome {
  const status = error instanceof TestRefused ? 400 : 500;
  const message = status === 400 ? error.message : 'Internal server error';
  trace.fail('serve', `Execution failed due to configuration error: ${error.message}`, { status });
  const log = executionLog({ requestId: '-', time, status, trace: trace.entries });
  return {
    status,
    headers: { 'Content-Type': ['application/json'] },
    body: JSON.stringify({ message }),
    latency: 0,
    trace: trace.entries,
    log,
  };
}
