import { httpMethods } from '@/lib/model/httpMethod';
import type { ControlContext } from '../ControlContext';
import { badRequest } from '../parse';
import type { ControlPorts } from '../ports';
import type { TryItAnswer } from './PortalControl';
import { answerHeaders } from './tryItHeaders';

/** AWS's limits of a payload and of a URL (reference/rest-execution.md section 2). */
const largestBody = 10 * 1024 * 1024;
const longestPath = 10_240;

/** A call that a page asks for, as far as it may be sent at all. @throws ControlError BadRequestException */
export function checkCall(call: { method: string; pathAndQuery: string; body?: Uint8Array }): {
  method: string;
  pathAndQuery: string;
} {
  const method = checkMethod(call.method);
  const pathAndQuery = checkPath(call.pathAndQuery);
  if ((call.body?.byteLength ?? 0) > largestBody)
    throw badRequest({ field: 'body', message: 'A body has at most 10 MB' });
  return { method, pathAndQuery };
}

/** Through the gateway's own listener; the answer runs nothing in the page that shows it. */
export async function sendTry(
  { ports }: Pick<ControlContext, 'ports'>,
  call: Parameters<ControlPorts['callGateway']>[0],
): Promise<TryItAnswer> {
  const answer = await ports.callGateway(call);
  return { ...answer, headers: answerHeaders(answer.headers) };
}

/** @throws ControlError BadRequestException for an escape that is none */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw notSent();
  }
}

export const notSent = () =>
  badRequest({ field: 'pathAndQuery', message: 'The path is not one that try-it sends' });

function checkMethod(text: string): string {
  const method = String(text).toUpperCase();
  if (method !== 'ANY' && httpMethods.some((known) => known === method)) return method;
  throw badRequest({
    field: 'method',
    message: `${method.slice(0, 20)} is not a method that an API can have`,
  });
}

/**
 * The stage is a prefix of the path: a dot segment, however written, could leave it. Programs may send them, and
 * the gateway's own gate refuses them; from here they are not sent.
 */
function checkPath(pathAndQuery: string): string {
  const [path = ''] = pathAndQuery.split('?');
  const plain = path.replace(/%2e/gi, '.').replace(/%2f/gi, '/').replace(/%5c/gi, '\\');
  const leaves = plain.split(/[/\\;]/).some((segment) => segment === '.' || segment === '..');
  const clean = pathAndQuery.length <= longestPath && /^\/[\x21\x22\x24-\x5b\x5d-\x7e]*$/.test(pathAndQuery);
  if (clean && !leaves && !path.startsWith('//')) return pathAndQuery;
  throw notSent();
}
