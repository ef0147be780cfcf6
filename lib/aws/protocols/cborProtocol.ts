import { AwsError, unknownOperation } from '../AwsError';
import type { Protocol } from '../Service';
import { decodeCbor, encodeCbor } from './cbor';

/** The operation in the path, input and output in CBOR (https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html). */
export const cborProtocol: Protocol = {
  async read(request) {
    const operation = /^\/service\/\w+\/operation\/(\w{1,128})$/.exec(request.path)?.[1];
    if (operation === undefined || request.method !== 'POST') throw unknownOperation(request.path);
    const body = await request.readBody();
    const input = body.length === 0 ? {} : decodeCbor(body);
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      throw new AwsError('SerializationException', 'The request is not an object');
    return { operation, input: input as Record<string, unknown> };
  },
  answer: (_operation, output, requestId) => cbor(200, output ?? {}, requestId),
  refuse: ({ code, message, status }, requestId) => cbor(status, { __type: code, message }, requestId),
};

function cbor(status: number, body: unknown, requestId: string): Response {
  return new Response(new Uint8Array(encodeCbor(body)), {
    status,
    headers: {
      'content-type': 'application/cbor',
      'smithy-protocol': 'rpc-v2-cbor',
      'x-amzn-RequestId': requestId,
    },
  });
}
