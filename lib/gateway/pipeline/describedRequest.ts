import { isToken } from '../mapping/compileRequestParameters';
import { headerValue } from '../mapping/headerValue';
import { Departure } from '../transport/Departure';
import { checkTarget } from '../transport/gate/checkTarget';
import type { Request } from '../transport/Request';

export interface RequestDescription {
  method: string;
  host: string;
  /** with the stage, with the query */
  target: string;
  headers: Record<string, string>;
  body: string;
  /** monotonic ms */
  startedAt: number;
}

const TARGET_LENGTH = 10_240;
const BRACES = /[{}]/;
const EACH_BRACE = /[{}]/g;

/**
 * A request that came over no socket, held to the same gate.
 * @throws Error saying what is wrong with the description
 */
export function describedRequest(description: RequestDescription): Request {
  const { method, host, headers, body, startedAt } = description;
  // A test without a path of its own has its resource's, braces and all (recorded); a client would encode them.
  const braced = BRACES.test(description.target);
  const asked = braced ? description.target.replace(EACH_BRACE, encodeURIComponent) : description.target;
  const target = checkTarget(asked, host, TARGET_LENGTH);
  if (!('path' in target)) throw new Error(messageOf(target.body));
  const pairs = [['Host', host] as const, ...Object.entries(headers)];
  for (const [name, value] of pairs)
    if (!isToken(name) || headerValue(value) === undefined) throw new Error(`Header ${name} is not valid`);
  const bytes = Buffer.from(body);
  return {
    method,
    path: braced ? target.path.replace(/%7[BD]/g, decodeURIComponent) : target.path,
    query: target.query,
    headers: pairs,
    header: (name) => pairs.findLast(([sent]) => sent.toLowerCase() === name)?.[1],
    host,
    protocol: 'HTTP/1.1',
    // AWS's word for the address of the console's Test panel.
    sourceIp: 'test-invoke-source-ip',
    startedAt,
    clientGone: new Departure(),
    bodyBytes: bytes.length,
    readBody: async () => bytes,
  };
}

function messageOf(body: string): string {
  const { message } = JSON.parse(body) as { message: string };
  return message;
}
