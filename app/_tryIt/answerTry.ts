import { refusal } from '@/app/refusal';
import type { Control } from '@/lib/control/control';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import { readBody } from './readBody';
import { TryLimit } from './TryLimit';

/** AWS's limit of a payload (reference/rest-execution.md section 2). */
const LARGEST_BODY = 10 * 1024 * 1024;

const limit = new TryLimit();

type TryItAnswer = Awaited<ReturnType<Control['portal']['tryIt']>>;

/** What of a request goes on to the API. */
export interface TriedCall {
  method: string;
  headers: [string, string][];
  body: Uint8Array | undefined;
}

/**
 * Try-it: one call that a page asks for, so that it needs no CORS. Only our own pages may use it (Fetch Metadata,
 * https://www.w3.org/TR/fetch-metadata/): a foreign page must not call through us.
 * @param api what the calls are counted by
 */
export async function answerTry(
  request: Request,
  api: string,
  send: (call: TriedCall) => Promise<TryItAnswer>,
): Promise<Response> {
  const site = request.headers.get('sec-fetch-site');
  if (site && site !== 'same-origin') return refusal(403, 'Try-it answers pages of this portal only');
  if (!limit.take(api))
    return refusal(429, 'Too many calls are tried at once: wait a second', [['retry-after', '1']]);
  const body = await readBody(request, LARGEST_BODY);
  if (body === 'too large') return refusal(413, 'A body has at most 10 MB');
  try {
    return answerOf(await send({ method: request.method, headers: [...request.headers], body }));
  } catch (error) {
    if (isControlError(error)) return refusal(errorStatus[error.code], error.message);
    console.error('try-it failed', error);
    return refusal(502, 'The call could not be made');
  }
}

/** A 204, 205 or 304 must not have a body: Response throws if it is given one. */
function answerOf({ status, headers, body }: TryItAnswer): Response {
  const hasBody = ![204, 205, 304].includes(status);
  return new Response(hasBody ? Buffer.from(body) : null, { status, headers });
}
