import type { Metadata } from 'next';
import Link from 'next/link';
import { type ReactNode, Suspense } from 'react';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { Tabs } from '@/components/ui/Tabs';
import { findProduct } from './findProduct';

type Props = { params: Promise<{ portalProductId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findProduct((await params).portalProductId)).product.displayName };
}

export default async function ProductLayout({ params, children }: Props) {
  const { product, including } = await findProduct((await params).portalProductId);
  const { portalProductId, displayName, stage } = product;
  const base = `/console/portal-products/${portalProductId}`;
  const tabs = [
    { href: base, label: 'Documentation' },
    { href: `${base}/sharing`, label: 'Sharing policy' },
    { href: `${base}/settings`, label: 'Settings' },
  ];
  const stale = including.filter(({ isPublished, isChanged }) => isPublished && isChanged);
  return (
    <div className="flex min-h-full flex-col">
      <header className="border-b px-5 pt-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 max-w-full truncate font-semibold text-[18px] leading-7" title={displayName}>
            {displayName}
          </h1>
          {stage && <Badge>Stage {stage.stageName}</Badge>}
          <CopyButton value={portalProductId} what="product id" showValue />
          <p className="text-muted">
            {including.length === 0
              ? 'In no portal'
              : `In ${including.length.toLocaleString('en')} ${including.length === 1 ? 'portal' : 'portals'}`}
          </p>
          {stale.map(({ portalId, name }) => (
            <Link key={portalId} href={`/console/portals/${portalId}/publish`} className="max-w-full">
              <Badge
                tone="warning"
                className="max-w-full hover:underline"
                title={`${name}: not published as it is`}
              >
                <span className="truncate">{name} changed since published</span>
              </Badge>
            </Link>
          ))}
        </div>
        <Suspense>
          <Tabs label={displayName} className="mt-1 border-b-0" tabs={tabs} />
        </Suspense>
      </header>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
