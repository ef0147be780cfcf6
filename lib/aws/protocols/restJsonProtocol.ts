import { type AwsError, unknownOperation } from '../AwsError';
import type { AwsRequest } from '../AwsRequest';
import type { Protocol } from '../Service';

/** A method and path of the API, e.g. `POST /2015-03-31/functions/{FunctionName}/invocations`. */
export interface Route {
  operation: string;
  method: string;
  /** with `?name=value` only where two operations share method and path; that one stands before the other */
  path: string;
  /** of the answer; absent: 200 */
  status?: number;
}

/** What an operation of this protocol answers where status or headers are its own. */
export class RestAnswer {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string> = {},
    readonly body: string | Uint8Array<ArrayBuffer> = '',
  ) {}
}

export interface RestJsonOptions {
  routes: Route[];
  /** the members beside the error's name, in the header; absent: `message` */
  errorBody?(error: AwsError): Record<string, unknown>;
}

/**
 * AWS REST JSON (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html): the operation by method and path,
 * whose parameters are the input; what else it takes of query, headers and body the operation reads itself.
 */
export function restJsonProtocol({ routes, errorBody = withMessage }: RestJsonOptions): Protocol {
  const compiled = routes.map(compile);
  const statuses = new Map(routes.map(({ operation, status = 200 }) => [operation, status]));
  return {
    async read(request) {
      for (const match of compiled) {
        const found = match(request);
        if (found) return found;
      }
      throw unknownOperation(`${request.method} ${request.path}`);
    },
    answer: (operation, output, requestId) => {
      const { status, headers, body } =
        output instanceof RestAnswer
          ? output
          : new RestAnswer(
              statuses.get(operation) ?? 200,
              {},
              output === undefined ? '' : JSON.stringify(output),
            );
      return new Response(body === '' ? null : body, {
        status,
        headers: { 'content-type': 'application/json', 'x-amzn-RequestId': requestId, ...headers },
      });
    },
    refuse: (error, requestId) =>
      new Response(JSON.stringify(errorBody(error)), {
        status: error.status,
        headers: {
          'content-type': 'application/json',
          'x-amzn-RequestId': requestId,
          'x-amzn-ErrorType': error.code,
        },
      }),
  };
}

const withMessage = ({ message }: AwsError) => ({ message });

function compile({ operation, method, path }: Route) {
  const [template = '', needed] = path.split('?');
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`);
  return (request: AwsRequest) => {
    const match = request.method === method ? pattern.exec(request.path) : null;
    if (!match || (needed !== undefined && !request.query.split('&').includes(needed))) return undefined;
    const input = names.map((name, index) => [name, decoded(match[index + 1] ?? '')]);
    return { operation, input: Object.fromEntries(input) as Record<string, unknown> };
  };
}

/** One that is no encoding is what it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
