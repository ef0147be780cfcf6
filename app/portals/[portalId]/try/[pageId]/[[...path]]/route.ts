import type { NextRequest } from 'next/server';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import type { PortalSite } from '@/lib/model/portalSite';
import { control } from '@/lib/runtime/slot';
import { refusal } from '../../../answers';
import { readSite, system } from '../../../readSite';

const visitor = { kind: 'visitor' } as const;

/**
 * Try-it of a portal: one call to the endpoint that a page is about, so that a page needs no CORS. Only this portal's
 * own pages may use it (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/).
 */
async function tryIt(
  request: NextRequest,
  context: { params: Promise<{ portalId: string; pageId: string }> },
): Promise<Response> {
  const asked = request.headers.get('sec-fetch-site');
  if (asked && asked !== 'same-origin') return refusal(403, 'Try-it answers pages of this portal only');
  const { portalId, pageId } = await context.params;
  const access = await readSite(portalId);
  if (access.state === 'missing') return refusal(404, 'There is no such portal');
  if (access.state === 'closed') return refusal(401, 'Sign in to the portal first');
  const call = {
    method: request.method,
    pathAndQuery: pathAndQuery(request.url, pageId),
    headers: [...request.headers],
    body: request.body ? new Uint8Array(await request.arrayBuffer()) : undefined,
  };
  try {
    const slug = stageSlug(access.site, pageId);
    const answer = slug
      ? await control().portal.tryIt(visitor, slug, call)
      : await control().portals.tryIt(access.reader ? system : visitor, portalId, pageId, call);
    // A 204, 205 or 304 must not have a body: Response throws if it is given one.
    const body = [204, 205, 304].includes(answer.status) ? null : Buffer.from(answer.body);
    return new Response(body, { status: answer.status, headers: answer.headers });
  } catch (error) {
    if (isControlError(error)) return refusal(errorStatus[error.code], error.message);
    console.error('try-it of a portal failed', error);
    return refusal(502, 'The call could not be made');
  }
}

/** Of a product that shows a whole stage, while the catalogue has it too. */
const stageSlug = ({ products }: PortalSite, pageId: string): string | undefined =>
  products.find(({ portalProductId }) => portalProductId === pageId)?.stage?.slug;

/** What of the address is the API's, as it was sent: it is the same with and without the portal's path before it. */
function pathAndQuery(address: string, pageId: string): string {
  const { pathname, search } = new URL(address);
  const own = `/try/${pageId}`;
  return pathname.slice(pathname.indexOf(own) + own.length) + search;
}

export {
  tryIt as DELETE,
  tryIt as GET,
  tryIt as HEAD,
  tryIt as OPTIONS,
  tryIt as PATCH,
  tryIt as POST,
  tryIt as PUT,
};
