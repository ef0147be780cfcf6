import { headers } from 'next/headers';
import { portalUrlOf } from '../portalHost';
import { sitePath } from './readSite';

/** To another page, with a cookie for this portal alone; '' and 0 seconds take it away. */
export function goOn(location: string, cookies: readonly string[] = []): Response {
  const answer = new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
  for (const cookie of cookies) answer.headers.append('set-cookie', cookie);
  return answer;
}

/** A cookie that no script reads, which the browser sends to this portal's pages and no others. */
export async function siteCookie(
  portalId: string,
  name: string,
  value: string,
  seconds: number,
): Promise<string> {
  const path = (await sitePath(portalId)) || '/';
  const secure = (await siteUrl(portalId)).startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=${path}; Max-Age=${Math.max(0, Math.floor(seconds))}; HttpOnly; SameSite=Lax${secure}`;
}

/** Where this browser finds the portal, as an absolute URL without a slash at its end. */
export const siteUrl = async (portalId: string): Promise<string> =>
  portalUrlOf(portalId, await headers(), process.env.NEXTAUTH_URL);

/** One of the app client's callback URLs, or nobody can come back. */
export const callbackUrl = async (portalId: string): Promise<string> => `${await siteUrl(portalId)}/callback`;
