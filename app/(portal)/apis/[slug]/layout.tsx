import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { kindWord } from '@/components/portal/kindWord';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { Tabs } from '@/components/ui/Tabs';
import { productPage } from './productPage';

const restTabs = (slug: string) => [
  { href: `/apis/${slug}/sdks`, label: 'SDKs' },
  { href: `/apis/${slug}/plans`, label: 'Plans' },
];

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { displayName, description } = await productPage((await params).slug);
  return { title: displayName, description };
}

export default async function ApiLayout({ params, children }: Props) {
  const { slug } = await params;
  const page = await productPage(slug);
  return (
    <article className="space-y-6">
      <header className="space-y-2">
        <h1 className="flex flex-wrap items-center gap-3 font-semibold text-3xl tracking-tight">
          {page.displayName}
          {page.version && <Badge>{page.version}</Badge>}
          {page.kind !== 'REST' && <Badge>{kindWord[page.kind]}</Badge>}
        </h1>
        {page.description && <p className="max-w-2xl text-muted">{page.description}</p>}
        <CopyButton
          value={page.invokeUrl}
          what={page.socket ? 'connect URL' : 'base URL'}
          showValue
          className="-ml-1"
        />
      </header>
      <Suspense>
        <Tabs
          label={page.displayName}
          tabs={[
            { href: `/apis/${slug}`, label: 'Overview' },
            { href: `/apis/${slug}/reference`, label: 'Reference' },
            ...(page.kind === 'REST' ? restTabs(slug) : []),
          ]}
        />
      </Suspense>
      {children}
    </article>
  );
}
