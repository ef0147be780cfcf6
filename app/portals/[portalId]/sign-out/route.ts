import type { NextRequest } from 'next/server';
import { refusal } from '@/app/refusal';
import { signOutLocation, sitePool } from '@/lib/auth/portalSites/siteSignIn';
import { control } from '@/lib/runtime/slot';
import { callbackUrl, goOn, siteCookie, siteUrl } from '../answers';
import { readerCookie, readSite, sitePath } from '../readSite';

/**
 * Ends the session here, then the pool's. A link of this portal alone leads here: a foreign page must sign nobody out
 * (Fetch Metadata, https://www.w3.org/TR/fetch-metadata/).
 */
export async function GET(
  request: NextRequest,
  context: { params: Promise<{ portalId: string }> },
): Promise<Response> {
  const asked = request.headers.get('sec-fetch-site');
  if (asked && asked !== 'same-origin') return refusal(403, 'Sign out on the portal itself');
  const { portalId } = await context.params;
  const access = await readSite(portalId);
  if (access.state === 'missing') return refusal(404, 'There is no such portal');
  const over = [await siteCookie(portalId, readerCookie, '', 0)];
  const home = (await sitePath(portalId)) || '/';
  if (!access.cognitoConfig) return goOn(home, over);
  const found = await sitePool(control(), access.cognitoConfig, await callbackUrl(portalId));
  if ('fault' in found) return goOn(home, over);
  return goOn(signOutLocation(found.pool, await siteUrl(portalId)), over);
}
