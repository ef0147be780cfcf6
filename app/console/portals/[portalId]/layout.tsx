import { ExternalLink } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { Tabs } from '@/components/ui/Tabs';
import { PortalStatus } from '../_components/PortalStatus';
import { findPortal } from './findPortal';

type Props = { params: Promise<{ portalId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findPortal((await params).portalId)).portal.portalContent.displayName };
}

export default async function PortalLayout({ params, children }: Props) {
  const { portal, editable } = await findPortal((await params).portalId);
  const { portalId, publishStatus, isChanged, url, portalContent } = portal;
  const base = `/console/portals/${portalId}`;
  const tabs = [
    { href: base, label: 'Settings' },
    { href: `${base}/products`, label: 'Products' },
    { href: `${base}/publish`, label: 'Publishing' },
  ];
  return (
    <div className="flex min-h-full flex-col">
      <header className="border-b px-5 pt-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1
            className="min-w-0 max-w-full truncate font-semibold text-[18px] leading-7"
            title={portalContent.displayName}
          >
            {portalContent.displayName}
          </h1>
          <PortalStatus portal={portal} />
          <CopyButton value={portalId} what="portal id" showValue />
          <CopyButton value={url} what="address" showValue className="max-sm:hidden" />
          <span className="ml-auto flex gap-2">
            {publishStatus === 'PUBLISHED' && (
              <Button asChild size="sm">
                <a href={url} target="_blank" rel="noreferrer">
                  <ExternalLink aria-hidden />
                  Open portal
                </a>
              </Button>
            )}
            {editable && (isChanged || publishStatus === 'DISABLED') && (
              <Button asChild size="sm">
                <Link href={`${base}/publish`}>
                  {publishStatus === 'PUBLISHED' ? 'Changes not published' : 'Not on the web'}
                </Link>
              </Button>
            )}
          </span>
        </div>
        <Suspense>
          <Tabs label={portalContent.displayName} className="mt-1 border-b-0" tabs={tabs} />
        </Suspense>
      </header>
      <div className="min-w-0 flex-1 p-5">{children}</div>
    </div>
  );
}
