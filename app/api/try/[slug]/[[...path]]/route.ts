import type { NextRequest } from 'next/server';
import { answerTry } from '@/app/_tryIt/answerTry';
import { currentActor } from '@/app/currentActor';
import { control } from '@/lib/runtime/slot';

/** Which of the caller's own keys to send; the value itself stays on the server. */
const keyHeader = 'x-gatehouse-api-key-id';

/** Try-it of the catalogue: one call to this product's stage and nowhere else. */
async function tryIt(
  request: NextRequest,
  context: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  const url = new URL(request.url);
  return answerTry(request, slug, async (call) =>
    control().portal.tryIt(await currentActor(), slug, {
      ...call,
      pathAndQuery: url.pathname.slice(`/api/try/${slug}`.length) + url.search,
      headers: call.headers.filter(([name]) => name !== keyHeader),
      apiKeyId: request.headers.get(keyHeader) ?? undefined,
    }),
  );
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
