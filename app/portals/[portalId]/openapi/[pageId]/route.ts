import { refusal } from '@/app/refusal';
import { documentOf } from '../../documentOf';
import { readSite } from '../../readSite';

/** The OpenAPI document of an endpoint, or of a product that shows a whole stage, for code generators. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ portalId: string; pageId: string }> },
): Promise<Response> {
  const { portalId, pageId } = await context.params;
  const access = await readSite(portalId);
  if (access.state === 'closed') return refusal(401, 'Sign in to the portal first');
  const document = access.state === 'open' ? documentOf(access.site, pageId) : undefined;
  if (!document) return refusal(404, 'There is no such document');
  return Response.json(document, {
    headers: {
      'content-disposition': `attachment; filename="${pageId.replace(/[^\w-]/g, '')}.openapi.json"`,
      'cache-control': 'no-store',
    },
  });
}
