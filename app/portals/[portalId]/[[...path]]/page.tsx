import type { Metadata } from 'next';
import { SiteContent } from '@/components/portal/site/SiteContent';
import { SiteFrame } from '@/components/portal/site/SiteFrame';
import { type CognitoConfig, sitePool } from '@/lib/auth/portalSites/siteSignIn';
import { control } from '@/lib/runtime/slot';
import { SignInWall } from '../_components/SignInWall';
import { callbackUrl } from '../answers';
import { sitePath } from '../readSite';
import { visit } from '../visit';

interface Props {
  params: Promise<{ portalId: string; path?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const hidden = { robots: { index: false, follow: false } } satisfies Metadata;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const visited = await visitOf(params);
  if (!('view' in visited)) return { title: { absolute: 'Sign in' }, description: '', ...hidden };
  const { view, found, place } = visited;
  const { displayName, description } = view.site;
  return {
    title: { absolute: place.view === 'home' ? displayName : `${found.title} · ${displayName}` },
    description: found.product?.description || description || '',
    // Its address is its key: it is told to nobody.
    ...(view.previewUntil !== undefined && { ...hidden, referrer: 'no-referrer' }),
  };
}

/** Every page of a portal. None is streamed: what is not there is answered with 404. */
export default async function PortalSitePage({ params, searchParams }: Props) {
  const visited = await visitOf(params);
  const query = await searchParams;
  if (!('view' in visited)) {
    const { portalId, path = [] } = await params;
    return wall(portalId, path, visited.cognitoConfig, text(query['sign-in']));
  }
  return (
    <SiteFrame view={visited.view}>
      <SiteContent view={visited.view} place={visited.place} search={text(query.q) ?? ''} />
    </SiteFrame>
  );
}

async function visitOf(params: Props['params']) {
  const { portalId, path = [] } = await params;
  return visit(portalId, path.map(decoded));
}

async function wall(
  portalId: string,
  path: string[],
  cognitoConfig: CognitoConfig,
  outcome: string | undefined,
) {
  const url = await callbackUrl(portalId);
  const base = await sitePath(portalId);
  const found = await sitePool(control(), cognitoConfig, url);
  const next = [base, ...path].join('/');
  return (
    <SignInWall
      signInHref={`${base}/sign-in?next=${encodeURIComponent(next)}`}
      outcome={outcome}
      fault={'fault' in found ? found.fault : undefined}
      callbackUrl={url}
      appClientId={cognitoConfig.appClientId}
    />
  );
}

const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Next hands a page its parts as they were sent. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
