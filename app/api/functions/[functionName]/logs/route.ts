import type { NextRequest } from 'next/server';
import { control } from '@/lib/runtime/slot';
import { answer, answerFor } from '../../answers';

type Context = { params: Promise<{ functionName: string }> };

/** More lines than a page shows at once. */
const limit = 2_000;

/** A function's log lines for pages that ask again and again. The operation decides who may see them. */
export function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const requestId = request.nextUrl.searchParams.get('requestId') ?? undefined;
  return answerFor(async (actor) => {
    const { functionName } = await params;
    const filter = { limit, ...(requestId && { requestId }) };
    return answer({ lines: await control().functions.logs(actor, functionName, filter) });
  });
}
