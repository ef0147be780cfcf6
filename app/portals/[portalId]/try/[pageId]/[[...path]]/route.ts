import type { NextRequest } from 'next/server';
import { answerTry } from '@/app/_tryIt/answerTry';
import { refusal } from '@/app/refusal';
import type { PortalSite } from '@/lib/model/portalSite';
import { control } from '@/lib/runtime/slot';
import { readSite, system } from '../../../readSite';

const visitor = { kind: 'visitor' } as const;

/** Try-it of a portal: one call to the endpoint that a page is about, for whoever may read that page. */
async function tryIt(
  request: NextRequest,
  context: { params: Promise<{ portalId: string; pageId: string }> },
): Promise<Response> {
  const { portalId, pageId } = await context.params;
  const access = await readSite(portalId);
  if (access.state === 'missing') return refusal(404, 'There is no such portal');
  if (access.state === 'closed') return refusal(401, 'Sign in to the portal first');
  const slug = stageSlug(access.site, pageId);
  return answerTry(request, slug ?? triedApi(access.site, pageId), (tried) => {
    const call = { ...tried, pathAndQuery: pathAndQuery(request.url, pageId) };
    if (slug) return control().portal.tryIt(visitor, slug, call);
    return control().portals.tryIt(access.reader ? system : visitor, portalId, pageId, call);
  });
}

/** An API's calls are counted as one, however many of its endpoints have a page. */
function triedApi({ products }: PortalSite, pageId: string): string {
  const endpoints = products.flatMap(({ sections }) => sections.flatMap((section) => section.endpoints));
  const found = endpoints.find(({ productRestEndpointPageId }) => productRestEndpointPageId === pageId);
  return found ? `${found.restApiId}/${found.stageName}` : pageId;
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
