import type { NextRequest } from 'next/server';
import { currentActor } from '@/app/currentActor';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** Which of the caller's own keys to send; the value itself stays on the server. */
const keyHeader = 'x-gatehouse-api-key-id';

/**
 * Try-it: one call to this product's stage and nowhere else, so that a page needs no CORS. Only our own pages may
 * use it (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/): a foreign page must not call through us.
 */
async function tryIt(
  request: NextRequest,
  context: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const site = request.headers.get('sec-fetch-site');
  if (site && site !== 'same-origin') return refusal(403, 'Try-it answers pages of this portal only');
  const { slug } = await context.params;
  const url = new URL(request.url);
  try {
    const answer = await control().portal.tryIt(await currentActor(), slug, {
      method: request.method,
      pathAndQuery: url.pathname.slice(`/api/try/${slug}`.length) + url.search,
      headers: [...request.headers].filter(([name]) => name !== keyHeader),
      body: request.body ? new Uint8Array(await request.arrayBuffer()) : undefined,
      apiKeyId: request.headers.get(keyHeader) ?? undefined,
    });
    // A 204, 205 or 304 must not have a body: Response throws if it is given one.
    const body = [204, 205, 304].includes(answer.status) ? null : Buffer.from(answer.body);
    return new Response(body, { status: answer.status, headers: answer.headers });
  } catch (error) {
    if (isControlError(error)) return refusal(errorStatus[error.code], error.message);
    console.error('try-it failed', error);
    return refusal(502, 'The call could not be made');
  }
}

const refusal = (status: number, message: string) => Response.json({ message }, { status });

export {
  tryIt as DELETE,
  tryIt as GET,
  tryIt as HEAD,
  tryIt as OPTIONS,
  tryIt as PATCH,
  tryIt as POST,
  tryIt as PUT,
};
