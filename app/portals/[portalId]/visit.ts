import { notFound } from 'next/navigation';
import { type FoundPlace, findPlace } from '@/components/portal/site/findPlace';
import type { SiteView } from '@/components/portal/site/SiteView';
import { type SitePlace, sitePlace } from '@/components/portal/site/sitePlace';
import type { CognitoConfig } from '@/lib/auth/portalSites/siteSignIn';
import type { PortalSite } from '@/lib/model/portalSite';
import { readPreview, readSite, sitePath } from './readSite';

export interface Visited {
  view: SiteView;
  place: SitePlace;
  found: FoundPlace;
}

/** What an address shows to this browser: a page, or that it is to sign in first. Anything else is not found. */
export async function visit(
  portalId: string,
  path: readonly string[],
): Promise<Visited | { cognitoConfig: CognitoConfig }> {
  const [first, token, ...rest] = path;
  if (first === 'preview' && token) return openPreview(portalId, token, rest);
  const access = await readSite(portalId);
  if (access.state === 'missing') notFound();
  if (access.state === 'closed') return access;
  const base = await sitePath(portalId);
  const readerName = access.reader?.username;
  return visited(access.site, path, { base, ...(readerName && { readerName }) });
}

async function openPreview(portalId: string, token: string, path: readonly string[]): Promise<Visited> {
  const preview = await readPreview(portalId, token);
  if (!preview) notFound();
  const base = `${await sitePath(portalId)}/preview/${encodeURIComponent(token)}`;
  return visited(preview.site, path, { base, previewUntil: preview.expiresAt });
}

async function visited(
  site: PortalSite,
  path: readonly string[],
  more: Omit<SiteView, 'site' | 'catalogueUrl'>,
): Promise<Visited> {
  const place = sitePlace(path);
  const found = place && findPlace(site, place);
  if (!found) notFound();
  const isElsewhere = (await sitePath(site.portalId)) === '';
  const catalogueUrl = isElsewhere ? (process.env.NEXTAUTH_URL ?? '').replace(/\/+$/, '') : '';
  return { view: { site, catalogueUrl, ...more }, place, found };
}
