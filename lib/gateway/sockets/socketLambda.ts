import { functionArnOf } from '../authorizers/functionArnOf';
import { compileConnection } from '../integrations/compileConnection';
import type { Integration, IntegrationAnswer } from '../integrations/Integration';
import { compileRole, invokerOf, type RoleArn } from '../integrations/invokerOf';
import { reached, refuseFailure } from '../integrations/lambdaProxy';
import { readProxyResponse } from '../integrations/proxyResponse';
import type { ApiIntegrationDocument } from '../snapshot/apiTypes';
import { proxyFrame, proxyProtocol } from './proxyAnswer';
import type { SocketIntegration } from './SocketIntegration';
import { socketEvent } from './socketEvent';

const ANSWER_IS_BYTES = 'x-gatehouse-bytes';

/**
 * AWS_PROXY: a function gets each event of a connection
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes-integrations.html).
 * @throws Error when the URI is no function's
 */
export function compileSocketLambda(document: ApiIntegrationDocument): SocketIntegration {
  const functionArn = functionArnOf(document.integrationUri ?? '');
  const isBase64Encoded = document.contentHandlingStrategy === 'CONVERT_TO_BINARY';
  const { connectionType, connectionId, timeoutInMillis = 29_000 } = document;
  const connection = compileConnection({
    type: 'AWS_PROXY',
    requestParameters: {},
    requestTemplates: {},
    passthroughBehavior: 'WHEN_NO_MATCH',
    integrationResponses: {},
    timeoutInMillis,
    ...(connectionType && { connectionType }),
    ...(connectionId !== undefined && { connectionId }),
  });
  return {
    backend: lambdaBackend(connection, compileRole(document.credentialsArn)),
    mapRequest: (call, exchange) => ({
      method: 'POST',
      url: functionArn(exchange.facts.stageVariables),
      headers: [],
      body: socketEvent(call, exchange, isBase64Encoded),
      overrides: undefined,
    }),
    frameOf: (_call, _exchange, answer) => ({
      ...proxyFrame(answer),
      isBinary: answer.selector === ANSWER_IS_BYTES,
    }),
    protocolOf: (_call, _exchange, answer) => proxyProtocol(answer),
  };
}

function lambdaBackend(connection: Integration['connection'], role: RoleArn): Integration {
  return {
    type: 'AWS_PROXY',
    connection,
    needsBody: () => true,
    mapRequest: () => {
      throw new Error('the event is made by the socket integration');
    },
    call: async ({ url, body }, exchange, { functions }) => {
      const { timeoutInMillis, integrationKey: caller } = exchange.facts.route;
      const payload = body ?? Buffer.from('{}');
      const invocation = {
        functionArn: url,
        payload,
        ...invokerOf(exchange, role),
        timeoutInMillis,
        caller,
        invocationType: 'RequestResponse',
      } as const;
      const answer = await reached(() => functions.invoke(invocation));
      refuseFailure(answer);
      // Bytes where the function says that its body is base64: a binary frame.
      const read: IntegrationAnswer = readProxyResponse(answer.payload, undefined, () => true);
      if (answer.requestId !== undefined) read.requestId = answer.requestId;
      if (isBytes(answer.payload)) read.selector = ANSWER_IS_BYTES;
      return read;
    },
    responses: undefined,
  };
}

function isBytes(payload: Buffer): boolean {
  const { isBase64Encoded } = JSON.parse(payload.toString()) as { isBase64Encoded?: unknown };
  return isBase64Encoded === true;
}
