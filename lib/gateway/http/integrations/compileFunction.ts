import { functionArnOf } from '../../authorizers/functionArnOf';
import { GatewayError } from '../../GatewayError';
import type { IntegrationAnswer } from '../../integrations/Integration';
import { invocationRefusal } from '../../integrations/invocationRefusal';
import { compileRole } from '../../integrations/invokerOf';
import { reached } from '../../integrations/lambdaProxy';
import { readProxyResponse } from '../../integrations/proxyResponse';
import { compileUri } from '../../mapping/compileUri';
import type { FunctionAnswer } from '../../ports';
import type { ApiIntegrationDocument } from '../../snapshot/apiTypes';
import { BackendFailure } from '../../transport/BackendCall';
import { payload1 } from '../events/payload1';
import { payload2 } from '../events/payload2';
import { HttpError } from '../HttpError';
import type { HttpIntegration } from '../HttpIntegration';
import { compileResponseMapping } from '../mapping/compileResponseMapping';
import { routeSourceArn } from '../routeSourceArn';
import { functionAnswer2 } from './functionAnswer2';
import { httpConnection } from './httpConnection';

const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/** AWS_PROXY to a function. @throws Error when the URI is no function's */
export function compileFunction(document: ApiIntegrationDocument): HttpIntegration {
  const { integrationUri = '', payloadFormatVersion = '1.0', responseParameters, credentialsArn } = document;
  const arnOf = compileFunctionArn(integrationUri);
  const role = compileRole(credentialsArn);
  const is2 = payloadFormatVersion === '2.0';
  const payloadOf = is2 ? payload2 : payload1;
  return {
    connection: httpConnection(document),
    isFunctionProxy: true,
    call: async (exchange) => {
      const { call, facts, stageVariables } = exchange;
      const functionArn = arnOf(stageVariables);
      const payload = payloadOf(exchange, await call.request.readBody());
      const { timeoutInMillis, integrationKey: caller } = facts.route;
      const invocationType = 'RequestResponse';
      const answer = await inTime(() =>
        call.ports.functions.invoke({
          functionArn,
          payload,
          sourceArn: routeSourceArn(exchange),
          role: role(stageVariables),
          signer: exchange.authorized?.kind === 'iam' ? exchange.authorized.user : undefined,
          invocationType,
          timeoutInMillis,
          caller,
        }),
      );
      refuseFailure(answer);
      const read = is2 ? functionAnswer2(answer.payload) : functionAnswer1(answer.payload);
      return answer.requestId === undefined ? read : { ...read, requestId: answer.requestId };
    },
    mapResponse: compileResponseMapping(responseParameters),
  };
}

/** Of a function's ARN, or of the URI that REST APIs call it by. @throws Error for what is neither */
export function compileFunctionArn(uri: string): (variables: Readonly<Record<string, string>>) => string {
  if (!/^(arn:aws[\w-]*:lambda:|\$\{stageVariables\.)/.test(uri)) return functionArnOf(uri);
  const build = compileUri(uri);
  return (variables) => build(variables, NO_PARAMETERS);
}

/** A function that takes too long is 503, where an HTTP backend is 504 (reference section 3, from memory). */
async function inTime<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await reached(work);
  } catch (error) {
    if (error instanceof BackendFailure && error.reason === 'timeout')
      throw new HttpError('INTEGRATION_TIMEOUT', error.message, 503);
    throw error;
  }
}

/** @throws GatewayError 500, or 413 for an event that is too large for a function */
function refuseFailure(answer: FunctionAnswer): void {
  const { status, functionError, payload } = answer;
  const said = payload.toString('utf8', 0, 1_000);
  if (status === 413) throw new GatewayError('REQUEST_TOO_LARGE', said);
  if (status !== 200)
    throw new GatewayError(
      'API_CONFIGURATION_ERROR',
      `Execution failed due to configuration error: ${invocationRefusal(answer)}`,
    );
  if (functionError !== undefined) throw new HttpError('DEFAULT_5XX', `The function failed: ${said}`, 500);
}

const ALWAYS_BINARY = () => true;

/** The REST shape; isBase64Encoded counts whatever the caller accepts. */
function functionAnswer1(payload: Buffer): IntegrationAnswer {
  try {
    return readProxyResponse(payload, undefined, ALWAYS_BINARY);
  } catch (error) {
    throw error instanceof GatewayError ? new HttpError('DEFAULT_5XX', error.reason, 500) : error;
  }
}
