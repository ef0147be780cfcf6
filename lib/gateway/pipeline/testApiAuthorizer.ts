import type { ApiAuthorizerOutcome, ApiAuthorizerTestCall } from '../gateway';
import { authorizerLog } from '../telemetry/executionLog/authorizerLog';
import { Trace } from '../telemetry/trace';
import { inventedApi } from './inventedApi';
import { TestRefused } from './inventedCall';
import type { TestCallOptions } from './testCall';
import { tryHttpAuthorizer } from './tryHttpAuthorizer';
import { trySocketAuthorizer } from './trySocketAuthorizer';

/** What a kind of API's authorizer said. */
export type ApiAuthorizerWord = Omit<ApiAuthorizerOutcome, 'isAuthorized' | 'log' | 'latency'> & {
  requestId: string;
};

/**
 * Asks one authorizer of an HTTP or WebSocket API about an invented call, through the production code: as
 * TestInvokeAuthorizer does for REST APIs, which AWS does not have for these. Nothing is kept, nothing is counted.
 * @throws SnapshotRejected for an authorizer that does not compile
 */
export async function runApiAuthorizerTest(
  test: ApiAuthorizerTestCall,
  options: TestCallOptions,
): Promise<ApiAuthorizerOutcome> {
  const { clock } = options.ports;
  const startedAt = clock.monotonic();
  const time = clock.now();
  const trace = new Trace(startedAt, () => clock.monotonic());
  trace.add('authorize', `Starting authorizer: ${test.authorizer.authorizerId}`);
  try {
    const invented = inventedApi(test, options, startedAt);
    const say = test.protocolType === 'HTTP' ? tryHttpAuthorizer : trySocketAuthorizer;
    const { requestId, ...word } = await say(invented, trace, options.log);
    if (word.reason === undefined) trace.add('authorize', 'Successfully completed authorizer execution');
    else trace.fail('authorize', word.reason);
    const latency = clock.monotonic() - startedAt;
    const isAuthorized = word.reason === undefined;
    return { ...word, isAuthorized, latency, log: authorizerLog(requestId, time, trace) };
  } catch (error) {
    if (!(error instanceof TestRefused)) throw error;
    const log = `Execution failed: ${error.message}`;
    return { isAuthorized: false, clientStatus: 400, reason: error.message, log, latency: 0 };
  }
}
