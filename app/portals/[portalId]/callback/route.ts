import type { NextRequest } from 'next/server';
import { refusal } from '@/app/refusal';
import { openAttempt, type ReadersOf, sealReader } from '@/lib/auth/portalSites/readerSession';
import { finishSignIn, isAnswerTo, sitePool } from '@/lib/auth/portalSites/siteSignIn';
import { control } from '@/lib/runtime/slot';
import { callbackUrl, goOn, siteCookie } from '../answers';
import { attemptCookie, readerCookie, readSite, signingSecret, sitePath } from '../readSite';

/** Where the pool sends a reader back to. Only the browser that left is let in. */
export async function GET(
  request: NextRequest,
  context: { params: Promise<{ portalId: string }> },
): Promise<Response> {
  const { portalId } = await context.params;
  const access = await readSite(portalId);
  if (access.state === 'missing') return refusal(404, 'There is no such portal');
  const home = (await sitePath(portalId)) || '/';
  if (!access.cognitoConfig) return goOn(home);
  const of = { portalId, ...access.cognitoConfig };
  const over = await siteCookie(portalId, attemptCookie, '', 0);
  const outcome = await finish(request, of).catch((error: unknown) => {
    console.error('a reader of a portal could not be signed in', error);
    return 'unavailable' as const;
  });
  if (typeof outcome === 'string') return goOn(`${home}?sign-in=${outcome}`, [over]);
  return goOn(outcome.next, [over, outcome.cookie]);
}

async function finish({ cookies, nextUrl: { searchParams } }: NextRequest, of: ReadersOf) {
  const attempt = await openAttempt(signingSecret(), of, cookies.get(attemptCookie)?.value);
  if (!attempt || !isAnswerTo(attempt, searchParams.get('state'))) return 'over' as const;
  const code = searchParams.get('code');
  if (!code) return 'refused' as const;
  const found = await sitePool(control(), of, await callbackUrl(of.portalId));
  // The page that follows tells the owner of the fault.
  if ('fault' in found) return 'refused' as const;
  const reader = await finishSignIn(found.pool, attempt, code);
  const sealed = await sealReader(signingSecret(), of, reader);
  const seconds = reader.expiresAt - Date.now() / 1000;
  return { next: attempt.next, cookie: await siteCookie(of.portalId, readerCookie, sealed, seconds) };
}
