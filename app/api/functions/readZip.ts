import type { NextRequest } from 'next/server';
import { refusal } from './answers';

/** Lambda's most for a zip that is sent directly (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). */
const LARGEST = 50 * 1024 * 1024;

/** The zip of a request's body as the operations take it, or the answer that refuses it. */
export async function readZip(request: NextRequest): Promise<{ zipFile: string } | { refused: Response }> {
  // Cookies do not tell ports apart: without this a page of any API on this host could send code.
  if (!isOwnPage(request))
    return { refused: refusal('AccessDeniedException', 'Code is taken from the console’s own pages', 403) };
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  if (!(length <= LARGEST))
    return { refused: refusal('BadRequestException', 'A zip may be 50 MB at most', 413, [zipField]) };
  return { zipFile: Buffer.from(await request.arrayBuffer()).toString('base64') };
}

const zipField = { field: 'code.zipFile', message: 'A zip may be 50 MB at most' };

function isOwnPage(request: NextRequest): boolean {
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
