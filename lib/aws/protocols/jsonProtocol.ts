import { AwsError, unknownOperation } from '../AwsError';
import type { AwsRequest } from '../AwsRequest';
import type { Protocol } from '../Service';
import { readJsonObject } from './readJsonObject';

type Version = '1.0' | '1.1';

const typeOf = (version: Version) => `application/x-amz-json-${version}`;

/**
 * AWS JSON 1.1 (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html): the operation in X-Amz-Target, input
 * and output in JSON, refusals with `__type`. All of them have status 400 but those that are not of the caller.
 */
export const jsonProtocol = jsonProtocolOf('1.1');

/** Both versions differ by their media type alone. Times are seconds since the epoch. */
export function jsonProtocolOf(version: Version): Protocol {
  const json = (status: number, body: unknown, requestId: string) =>
    jsonAnswer(version, status, body, requestId);
  return {
    async read(request) {
      const operation = operationOf(request, typeOf(version));
      return { operation, input: readJsonObject(await request.readBody()) };
    },
    answer: (_operation, output, requestId) => json(200, output ?? {}, requestId),
    refuse: ({ code, message, status }, requestId) => {
      const sent = json(statusOf(status), { __type: code, message }, requestId);
      sent.headers.set('x-amzn-ErrorType', code);
      return sent;
    },
  };
}

/** What is no JSON call of AWS's at all is answered as if nobody were here, as AWS does. */
function operationOf({ method, contentType, header }: AwsRequest, type: string): string {
  if (method !== 'POST') throw unknownOperation(method);
  if (contentType !== type) throw unknownOperation(`Content-Type ${contentType}`);
  const operation = /^[\w-]+\.(\w{1,128})$/.exec(header('x-amz-target') ?? '')?.[1];
  if (operation === undefined) throw new AwsError('UnknownOperationException', 'X-Amz-Target names none');
  return operation;
}

const statusOf = (status: number) => (status >= 500 || status === 413 || status === 404 ? status : 400);

function jsonAnswer(version: Version, status: number, body: unknown, requestId: string): Response {
  return new Response(JSON.stringify(inSeconds(body)), {
    status,
    headers: { 'content-type': typeOf(version), 'x-amzn-RequestId': requestId },
  });
}

function inSeconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(inSeconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inSeconds(member)]));
}
