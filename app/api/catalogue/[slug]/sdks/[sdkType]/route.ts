import { errorStatus, isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** A client of a published product as a zip. Public, as the product's page is. */
export async function GET(
  _request: Request,
  context: { params: Promise<{ slug: string; sdkType: string }> },
): Promise<Response> {
  const { slug, sdkType } = await context.params;
  try {
    const { fileName, contentType, body } = await control().portal.sdk(slug, sdkType);
    const headers = {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${fileName}"`,
    };
    return new Response(body, { headers });
  } catch (error) {
    if (!isControlError(error)) throw error;
    return Response.json({ message: error.message }, { status: errorStatus[error.code] });
  }
}
