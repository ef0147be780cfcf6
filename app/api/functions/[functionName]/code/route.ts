import { revalidatePath } from 'next/cache';
import type { NextRequest } from 'next/server';
import { control } from '@/lib/runtime/slot';
import { answer, answerFor } from '../../answers';
import { readZip } from '../../readZip';

type Context = { params: Promise<{ functionName: string }> };

/** The zip as a download; `qualifier` names a version or an alias. */
export function GET(request: NextRequest, { params }: Context): Promise<Response> {
  return answerFor(async (actor) => {
    const { functionName } = await params;
    const qualifier = request.nextUrl.searchParams.get('qualifier') ?? undefined;
    const zip = await control().functions.code(actor, functionName, qualifier);
    const name = `${functionName}${qualifier ? `-${qualifier.replace(/\W/g, '')}` : ''}.zip`;
    return new Response(new Uint8Array(zip), {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'no-store',
      },
    });
  });
}

/** Replaces the code by the zip in the body. */
export function PUT(request: NextRequest, { params }: Context): Promise<Response> {
  return answerFor(async (actor) => {
    const zip = await readZip(request);
    if ('refused' in zip) return zip.refused;
    const { functionName } = await params;
    await control().functions.updateCode(actor, functionName, zip);
    revalidatePath('/console', 'layout');
    return answer({ ok: true, data: { functionName } });
  }, 200);
}
