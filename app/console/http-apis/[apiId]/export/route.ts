import type { NextRequest } from 'next/server';
import { currentActor } from '@/app/currentActor';
import { errorStatus, isControlError } from '@/lib/model/ControlError';
import { control } from '@/lib/runtime/slot';

/** ExportApi as a download. */
export async function GET(
  request: NextRequest,
  context: { params: Promise<{ apiId: string }> },
): Promise<Response> {
  const query = request.nextUrl.searchParams;
  const { apiId } = await context.params;
  const stageName = query.get('stage');
  const outputType = query.get('outputType') === 'YAML' ? 'YAML' : 'JSON';
  try {
    const { contentType, body } = await control().apis.export(await currentActor(), apiId, {
      outputType,
      includeExtensions: query.get('extensions') !== 'false',
      ...(stageName && { stageName }),
    });
    const fileName = `${apiId}-${stageName ?? 'undeployed'}.${outputType.toLowerCase()}`;
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
