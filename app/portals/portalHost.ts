/** Set by proxy.ts alone: the portal whose own host name a request came to. */
export const portalHostHeader = 'x-gatehouse-portal-host';

/** Of no portal: what answers there is the not-found page. */
const nobody = '-';

/**
 * The portal that a Host header belongs to; undefined for Gatehouse's own names. A name that only portals have never
 * leads to the console or the catalogue, also while its portal is not published.
 * @param ownUrl of console and catalogue as browsers reach them
 */
export async function portalOfHost(
  host: string | null,
  ownUrl: string | undefined,
  siteOfHost: (hostname: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const hostname = hostnameOf(host);
  if (hostname === undefined || isOwn(hostname, ownUrl)) return undefined;
  return (await siteOfHost(hostname)) ?? (isDefaultName(hostname) ? nobody : undefined);
}

/** The path that answers under a portal's host name. */
export const pathInPortal = (portalId: string, pathname: string) =>
  `/portals/${portalId}${pathname === '/' ? '' : pathname}`;

/**
 * A portal's pages are read and its endpoints tried. Anything else under its name would be meant for the console: Next
 * hands a server action on to whichever page has it.
 * @param pathname as the browser has it, under the portal's own name
 */
export const isAskedOfPortal = (method: string, pathname: string) =>
  method === 'GET' || method === 'HEAD' || pathname.startsWith('/try/');

/** A preview's address is its key, which no other site and no index may learn. */
export const isPreview = (pathname: string) => /^\/portals\/[^/]+\/preview(\/|$)/.test(pathname);

/** The path below which a portal's pages lie for the browser: nothing, under a host name of its own. */
export const basePathOf = (portalId: string, headers: { get(name: string): string | null }) =>
  headers.get(portalHostHeader) === portalId ? '' : `/portals/${portalId}`;

/** Where a browser finds the portal, without a slash at its end. @throws TypeError where no public URL is set */
export function portalUrlOf(
  portalId: string,
  headers: { get(name: string): string | null },
  publicUrl: string | undefined,
): string {
  const own = new URL(publicUrl ?? '');
  const base = basePathOf(portalId, headers);
  return base === '' ? `${own.protocol}//${headers.get('host')}` : `${own.href.replace(/\/+$/, '')}${base}`;
}

function hostnameOf(host: string | null): string | undefined {
  const [, hostname] = /^([a-z0-9_.-]+?)\.?(?::\d+)?$/i.exec(host ?? '') ?? [];
  return hostname?.toLowerCase();
}

/** Addresses in numbers are nobody's name: no database is asked about them. */
function isOwn(hostname: string, ownUrl: string | undefined): boolean {
  if (hostname === 'localhost' || /^[\d.]+$/.test(hostname)) return true;
  return ownUrl !== undefined && new URL(ownUrl).hostname === hostname;
}

const isDefaultName = (hostname: string) => /^p-[^.]+\.apigw-portal\./.test(hostname);
