import { type FunctionArn, functionArnOf } from '../authorizers/functionArnOf';
import { GatewayError } from '../GatewayError';
import { compileRequestParameters } from '../mapping/compileRequestParameters';
import type { BinaryTypes } from '../mapping/contentHandling';
import type { Exchange } from '../mapping/Exchange';
import { illegalMappedForAws } from '../mapping/headerTables';
import { requestInput } from '../mapping/mappingInputs';
import { type FunctionAnswer, type FunctionCall, FunctionUnreachable } from '../ports';
import type { IntegrationDocument } from '../snapshot/types';
import { BackendFailure } from '../transport/BackendCall';
import { compileConnection } from './compileConnection';
import type { Integration, IntegrationAnswer, IntegrationPorts, IntegrationRequest } from './Integration';
import { invocationRefusal } from './invocationRefusal';
import { compileRole, invokerOf, type RoleArn } from './invokerOf';
import { overlayHeaders } from './outboundHeaders';
import { proxyEvent } from './proxyEvent';
import { readProxyResponse } from './proxyResponse';
import { streamedProxyResponse, unstreamedProxyResponse } from './streamedProxyResponse';

/**
 * AWS_PROXY: a function gets the whole call as one event and answers it
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html).
 * @throws Error when the URI is no function's
 */
export function compileLambdaProxy(
  document: IntegrationDocument,
  binary: BinaryTypes | undefined,
): Integration {
  const { uri = '', httpMethod, credentials } = document;
  const functionArn = functionArnOf(uri);
  const role = compileRole(credentials);
  const connection = compileConnection(document);
  const illegal = compileRequestParameters(illegalParameters(document));
  // A streaming integration with the plain URI, or the other way round, is one that AWS does not support.
  const isStreamUri = uri.endsWith('/response-streaming-invocations');
  return {
    type: 'AWS_PROXY',
    connection,
    needsBody: () => true,
    mapRequest: (exchange, body) => {
      if (!illegal.none) {
        const { header } = illegal.map(requestInput(exchange, body.toString()));
        overlayHeaders([], header, illegalMappedForAws);
      }
      return eventRequest(functionArn, exchange, body, binary);
    },
    call: async (request, exchange, ports) => {
      if (httpMethod !== 'POST') throw misconfigured('the integration verb of a function is POST');
      if (isStreamUri !== connection.stream)
        throw misconfigured('the URI and responseTransferMode do not agree');
      const invocation = callOf(request, exchange, role);
      return connection.stream
        ? streamedProxyResponse(await reached(() => ports.functions.stream(invocation)))
        : answered(invocation, exchange, ports, binary);
    },
    responses: undefined,
  };
}

/** A proxy's mappings have no effect, but for those that AWS refuses to make: they end the call (recorded). */
function illegalParameters({ requestParameters }: IntegrationDocument): Record<string, string> {
  const target = 'integration.request.header.';
  const entries = Object.entries(requestParameters).filter(
    ([key]) => key.startsWith(target) && illegalMappedForAws.has(key.slice(target.length).toLowerCase()),
  );
  return Object.fromEntries(entries);
}

function eventRequest(
  functionArn: FunctionArn,
  exchange: Exchange,
  body: Buffer,
  binary: BinaryTypes | undefined,
): IntegrationRequest {
  return {
    method: 'POST',
    url: functionArn(exchange.facts.stageVariables),
    headers: [],
    body: proxyEvent(exchange, body, binary),
    overrides: undefined,
  };
}

async function answered(
  invocation: FunctionCall,
  exchange: Exchange,
  { functions }: IntegrationPorts,
  binary: BinaryTypes | undefined,
): Promise<IntegrationAnswer> {
  const answer = await reached(() => functions.invoke(invocation));
  refuseFailure(answer);
  const unstreamed = await unstreamedProxyResponse(answer.payload);
  const read =
    unstreamed ?? readProxyResponse(answer.payload, exchange.facts.request.header('accept'), binary);
  return answer.requestId === undefined ? read : { ...read, requestId: answer.requestId };
}

function callOf({ url, body }: IntegrationRequest, exchange: Exchange, role: RoleArn): FunctionCall {
  const { timeoutInMillis, integrationKey: caller } = exchange.facts.route;
  return {
    functionArn: url,
    payload: body ?? Buffer.from('{}'),
    ...invokerOf(exchange, role),
    invocationType: 'RequestResponse',
    timeoutInMillis,
    caller,
  };
}

/** @throws BackendFailure as any other backend that is not reached */
export async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FunctionUnreachable)) throw error;
    // Of a function elsewhere more is known: that its address is refused is a configuration error.
    throw error.cause instanceof BackendFailure
      ? error.cause
      : new BackendFailure(error.reason, error.message);
  }
}

/** A function that is not there or may not run is a configuration error; one that failed answers 502. */
export function refuseFailure(answer: FunctionAnswer): void {
  const { status, functionError, payload } = answer;
  if (status !== 200) throw misconfigured(invocationRefusal(answer));
  if (functionError !== undefined)
    throw new GatewayError(
      'DEFAULT_5XX',
      `Lambda execution failed with status 200 due to customer function error: ${payload.toString().slice(0, 1_000)}`,
    );
}

function misconfigured(reason: string): GatewayError {
  return new GatewayError(
    'API_CONFIGURATION_ERROR',
    `Execution failed due to configuration error: ${reason}`,
  );
}
