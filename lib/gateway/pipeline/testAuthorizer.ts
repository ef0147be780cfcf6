import type { AuthorizationCall } from '../authorizers/Authorized';
import { type AuthorizerWord, compileAuthorizerTrial } from '../authorizers/compileAuthorizerTrial';
import { methodArn } from '../authorizers/methodArn';
import { withAdditionalContext } from '../authorizers/withAdditionalContext';
import type { AuthorizerOutcome, AuthorizerTestCall } from '../gateway';
import { NO_ROUTE } from '../integrations/backendRoute';
import { Exchange } from '../mapping/Exchange';
import { rejecting, SnapshotRejected } from '../snapshot/SnapshotRejected';
import { resolveStage } from '../steps/resolveStage';
import { authorizerLog } from '../telemetry/executionLog/authorizerLog';
import { Trace } from '../telemetry/trace';
import type { Call } from './Call';
import { errorReply } from './errorReply';
import { exchangeFacts } from './exchangeFacts';
import { inventedCall, TestRefused } from './inventedCall';
import type { TestCallOptions } from './testCall';

/**
 * Asks one authorizer of a definition about an invented call, through the production code
 * (https://docs.aws.amazon.com/apigateway/latest/api/API_TestInvokeAuthorizer.html). Nothing is cached, and no
 * method and no resource policy decides: what the authorizer says is shown.
 * @throws SnapshotRejected for an authorizer that does not compile
 */
export async function runAuthorizerTest(
  test: AuthorizerTestCall,
  options: TestCallOptions,
): Promise<AuthorizerOutcome> {
  const { clock } = options.ports;
  const startedAt = clock.monotonic();
  const trace = new Trace(startedAt, () => clock.monotonic());
  const say = compiled(test);
  const { policy, ...deployment } = test.deployment;
  const invented = { ...test, httpMethod: 'GET', deployment: { ...deployment, resources: [] } };
  let call: Call;
  try {
    call = inventedCall(invented, options, trace, startedAt);
  } catch (error) {
    if (!(error instanceof TestRefused)) throw error;
    return { clientStatus: 400, log: `Execution failed: ${error.message}`, latency: 0 };
  }
  trace.add('authorize', `Starting authorizer: ${test.authorizerId} for request: ${call.requestId}`);
  const asked = () => say(askedAbout(call, test.additionalContext ?? {}));
  const { status, word } = await ask(call, asked, options);
  const latency = clock.monotonic() - startedAt;
  const { requestId, time } = call;
  return { clientStatus: status, log: authorizerLog(requestId, time, trace), latency, ...word };
}

type Trial = (asked: AuthorizationCall) => Promise<AuthorizerWord>;

function compiled({ deployment: { authorizers = [] }, authorizerId }: AuthorizerTestCall): Trial {
  const index = authorizers.findIndex(({ id }) => id === authorizerId);
  const document = authorizers[index];
  if (!document) throw new SnapshotRejected('authorizers', `there is no authorizer ${authorizerId}`);
  return rejecting(`authorizers[${index}]`, () => compileAuthorizerTrial(document));
}

/** The status is the one that a caller would get: 200, or that of the gateway response. */
async function ask(
  call: Call,
  say: () => Promise<AuthorizerWord>,
  { log }: TestCallOptions,
): Promise<{ status: number; word: AuthorizerWord }> {
  try {
    const word = await say();
    call.trace?.add('authorize', 'Successfully completed authorizer execution');
    return { status: 200, word };
  } catch (error) {
    return { status: errorReply(call, error, log).status, word: {} };
  }
}

/** The path stands for a resource of that very path. */
function askedAbout(call: Call, additionalContext: Record<string, string>): AuthorizationCall {
  const target = resolveStage(call);
  call.target = target;
  const facts = { ...exchangeFacts(call, target, undefined, NO_ROUTE), resourcePath: target.path };
  const exchange = new Exchange(withAdditionalContext(facts, additionalContext));
  call.exchange = exchange;
  const { accountId, region } = call.serving.account;
  const { restApiId, stageName } = target.stage;
  const parts = { region, accountId, restApiId, stageName, httpMethod: facts.httpMethod };
  const arn = methodArn({ ...parts, resourcePath: target.path, pathParameters: {} });
  return { call, exchange, methodArn: arn, resourcePolicy: undefined };
}
