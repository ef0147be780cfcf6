import type { NextRequest } from 'next/server';
import { refusal } from '@/app/refusal';
import { attemptSeconds, sealAttempt } from '@/lib/auth/portalSites/readerSession';
import { beginSignIn, sitePool } from '@/lib/auth/portalSites/siteSignIn';
import { control } from '@/lib/runtime/slot';
import { nextPath } from '../../nextPath';
import { callbackUrl, goOn, siteCookie } from '../answers';
import { attemptCookie, readSite, signingSecret, sitePath } from '../readSite';

/** Leads to the pool's sign-in. What stands in its way is told on the portal's own page. */
export async function GET(
  { nextUrl }: NextRequest,
  context: { params: Promise<{ portalId: string }> },
): Promise<Response> {
  const { portalId } = await context.params;
  const access = await readSite(portalId);
  if (access.state === 'missing') return refusal(404, 'There is no such portal');
  const next = nextPath(nextUrl.searchParams.get('next'), await sitePath(portalId));
  if (access.state === 'open') return goOn(next);
  const { cognitoConfig } = access;
  const redirectUri = await callbackUrl(portalId);
  const found = await sitePool(control(), cognitoConfig, redirectUri);
  if ('fault' in found) return goOn(next);
  try {
    const { location, attempt } = await beginSignIn(found.pool, redirectUri, next);
    const sealed = await sealAttempt(signingSecret(), { portalId, ...cognitoConfig }, attempt);
    return goOn(location, [await siteCookie(portalId, attemptCookie, sealed, attemptSeconds)]);
  } catch (error) {
    console.error('the user pool of a portal cannot be asked', error);
    return goOn(`${(await sitePath(portalId)) || '/'}?sign-in=unavailable`);
  }
}
