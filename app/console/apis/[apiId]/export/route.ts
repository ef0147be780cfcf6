import type { NextRequest } from 'next/server';
import { currentActor } from '@/app/currentActor';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** GetExport as a download; the same defaults as AWS: OpenAPI 3.0, JSON. */
export async function GET(
  request: NextRequest,
  context: { params: Promise<{ apiId: string }> },
): Promise<Response> {
  const query = request.nextUrl.searchParams;
  try {
    const { fileName, contentType, body } = await control().restApis.export(await currentActor(), {
      restApiId: (await context.params).apiId,
      stageName: query.get('stage') ?? undefined,
      exportType: query.get('exportType') === 'swagger' ? 'swagger' : 'oas30',
      format: query.get('format') === 'yaml' ? 'yaml' : 'json',
      extensions: query.get('extensions') !== 'false',
    });
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
