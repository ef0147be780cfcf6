import { AwsError, unknownOperation } from '../AwsError';
import type { AwsRequest } from '../AwsRequest';
import type { Protocol } from '../Service';
import { readJsonObject } from './readJsonObject';

const TYPE = 'application/x-amz-json-1.1';

/**
 * AWS JSON 1.1 (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html): the operation in X-Amz-Target, input
 * and output in JSON, refusals with `__type`. All of them have status 400 but those that are not of the caller.
 */
export const jsonProtocol: Protocol = {
  async read(request) {
    const operation = operationOf(request);
    return { operation, input: readJsonObject(await request.readBody()) };
  },
  answer: (_operation, output, requestId) => json(200, output ?? {}, requestId),
  refuse: ({ code, message, status }, requestId) => {
    const sent = json(statusOf(status), { __type: code, message }, requestId);
    sent.headers.set('x-amzn-ErrorType', code);
    return sent;
  },
};

/** What is no JSON call of AWS's at all is answered as if nobody were here, as AWS does. */
function operationOf({ method, contentType, header }: AwsRequest): string {
  if (method !== 'POST') throw unknownOperation(method);
  if (contentType !== TYPE) throw unknownOperation(`Content-Type ${contentType}`);
  const operation = /^[\w-]+\.(\w{1,128})$/.exec(header('x-amz-target') ?? '')?.[1];
  if (operation === undefined) throw new AwsError('UnknownOperationException', 'X-Amz-Target names none');
  return operation;
}

const statusOf = (status: number) => (status >= 500 || status === 413 || status === 404 ? status : 400);

function json(status: number, body: unknown, requestId: string): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': TYPE, 'x-amzn-RequestId': requestId },
  });
}
