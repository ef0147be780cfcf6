import { AwsError, printable } from '../AwsError';
import type { AwsRequest } from '../AwsRequest';
import type { Protocol } from '../Service';
import { element, elements } from './xml';

const FORM = 'application/x-www-form-urlencoded';

/** What this protocol calls errors that the others call by their exceptions (seen on AWS). */
const CODES: Record<string, string> = {
  AccessDeniedException: 'AccessDenied',
  ExpiredTokenException: 'ExpiredToken',
  IncompleteSignatureException: 'IncompleteSignature',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  MissingAuthenticationTokenException: 'MissingAuthenticationToken',
  UnknownOperationException: 'InvalidAction',
  UnrecognizedClientException: 'InvalidClientTokenId',
  RequestEntityTooLargeException: 'RequestEntityTooLarge',
};

/**
 * AWS Query (https://smithy.io/2.0/aws/protocols/aws-query-protocol.html): Action, Version and the input in a form or
 * in the query, XML back.
 * @param version the API's, e.g. `2011-06-15`; another one is another API
 */
export function queryProtocol(service: string, version: string): Protocol {
  const namespace = `https://${service}.amazonaws.com/doc/${version}/`;
  return {
    async read(request) {
      const { Action: operation = '', Version: asked = version, ...input } = await fieldsOf(request);
      if (operation === '')
        throw new AwsError('MissingAction', 'The request must contain the parameter Action');
      if (asked !== version)
        throw new AwsError(
          'InvalidAction',
          `Could not find operation ${printable(operation)} for version ${printable(asked)}`,
        );
      return { operation, input };
    },
    answer: (operation, output, requestId) =>
      xml(
        200,
        element(
          `${operation}Response`,
          element(`${operation}Result`, elements(output)) +
            element('ResponseMetadata', element('RequestId', elements(requestId))),
          namespace,
        ),
        requestId,
      ),
    refuse: ({ code, message, status }, requestId) => {
      const type = element('Type', status >= 500 ? 'Receiver' : 'Sender');
      const details = element('Code', elements(CODES[code] ?? code)) + element('Message', elements(message));
      const error = element('Error', type + details) + element('RequestId', elements(requestId));
      const sent = code === 'UnknownOperationException' ? 400 : status;
      return xml(sent, element('ErrorResponse', error, namespace), requestId);
    },
  };
}

/** The form's fields, or the query's without those that sign it. A field twice counts once, its last. */
async function fieldsOf(request: AwsRequest): Promise<Record<string, string>> {
  if (request.method === 'GET') return fields(request.query);
  if (request.method !== 'POST' || request.contentType !== FORM)
    throw new AwsError('InvalidAction', `Send a form: ${FORM}`);
  return fields((await request.readBody()).toString());
}

function fields(text: string): Record<string, string> {
  const entries = [...new URLSearchParams(text)].filter(([name]) => !name.startsWith('X-Amz-'));
  return Object.fromEntries(entries);
}

function xml(status: number, body: string, requestId: string): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/xml', 'x-amzn-RequestId': requestId },
  });
}
