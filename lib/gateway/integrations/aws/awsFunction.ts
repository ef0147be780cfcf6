import { functionArnOf } from '../../authorizers/functionArnOf';
import { GatewayError } from '../../GatewayError';
import type { BinaryTypes } from '../../mapping/contentHandling';
import { illegalMappedForAws } from '../../mapping/headerTables';
import type { FunctionAnswer } from '../../ports';
import type { IntegrationDocument, MethodDocument } from '../../snapshot/types';
import { compileConnection } from '../compileConnection';
import { compileIntegrationResponses } from '../compileIntegrationResponses';
import { compileMappedRequest } from '../compileMappedRequest';
import type { Integration, IntegrationAnswer } from '../Integration';
import { invocationRefusal } from '../invocationRefusal';
import { compileRole, invokerOf } from '../invokerOf';
import { reached } from '../lambdaProxy';
import { overlayHeaders } from '../outboundHeaders';

/** Lambda's answer is JSON, whatever a function says. */
const JSON_TYPE: [string, string][] = [['Content-Type', 'application/json']];

/**
 * AWS to a function: the template's output is its event, its result is mapped by integration responses that are
 * selected by its error message (reference section 10). `X-Amz-Invocation-Type: 'Event'` calls it without waiting.
 * @throws Error naming what is wrong
 */
export function compileAwsFunction(
  document: IntegrationDocument,
  methodResponses: MethodDocument['methodResponses'],
  binary: BinaryTypes | undefined,
): Integration {
  const request = compileMappedRequest(document, binary);
  const functionArn = functionArnOf(document.uri ?? '');
  const role = compileRole(document.credentials);
  return {
    type: 'AWS',
    connection: compileConnection(document),
    needsBody: () => true,
    mapRequest: (exchange, body) => {
      const { mapped, overrides, body: sent } = request.map(exchange, body);
      return {
        method: document.httpMethod ?? 'POST',
        url: functionArn(exchange.facts.stageVariables),
        headers: overlayHeaders([], mapped.header, illegalMappedForAws),
        body: sent,
        overrides,
      };
    },
    call: async ({ method, url, headers, body }, exchange, { functions }) => {
      if (method !== 'POST') throw misconfigured('the integration verb of a function is POST');
      const invocationType = typeOf(headers);
      // No event is an empty object; a log tells it as nothing (recorded).
      const payload = body && body.length > 0 ? body : Buffer.from('{}');
      const { timeoutInMillis, integrationKey: caller } = exchange.facts.route;
      const invoker = invokerOf(exchange, role);
      const invocation = { ...invoker, functionArn: url, payload, invocationType, timeoutInMillis, caller };
      return answerOf(await reached(() => functions.invoke(invocation)));
    },
    responses: compileIntegrationResponses(document, methodResponses, 'integrationResponses', binary),
  };
}

function typeOf(headers: readonly [string, string][]): 'Event' | 'RequestResponse' {
  const value = headers.findLast(([name]) => name.toLowerCase() === 'x-amz-invocation-type')?.[1];
  return value === 'Event' ? 'Event' : 'RequestResponse';
}

/** Lambda's own status is never what selects the response: a failed function answers 200 unless a pattern fits. */
function answerOf(answer: FunctionAnswer): IntegrationAnswer {
  const { status, functionError, payload } = answer;
  if (status !== 200 && status !== 202) throw misconfigured(invocationRefusal(answer));
  const selector = functionError === undefined ? '' : errorMessage(payload);
  return { status: 200, headers: JSON_TYPE, body: payload, selector };
}

function errorMessage(payload: Buffer): string {
  try {
    const result: unknown = JSON.parse(payload.toString());
    if (typeof result === 'object' && result !== null && 'errorMessage' in result)
      return String(result.errorMessage);
  } catch {
    // No error that a pattern could fit.
  }
  return '';
}

function misconfigured(reason: string): GatewayError {
  return new GatewayError(
    'API_CONFIGURATION_ERROR',
    `Execution failed due to configuration error: ${reason}`,
  );
}
