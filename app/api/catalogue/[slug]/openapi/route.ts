import { isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** The OpenAPI document of a published product, for download and code generators. Public. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  try {
    const { openapi } = await control().portal.page(slug);
    if (!openapi)
      return Response.json({ message: 'A WebSocket API has no OpenAPI document' }, { status: 404 });
    const headers = { 'content-disposition': `attachment; filename="${slug}.openapi.json"` };
    return Response.json(openapi, { headers });
  } catch (error) {
    if (isControlError(error)) return Response.json({ message: error.message }, { status: 404 });
    throw error;
  }
}
