import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { Tabs } from '@/components/ui/Tabs';
import { findUserPool } from './findUserPool';
import { userPoolTabs } from './userPoolTabs';

type Props = { params: Promise<{ userPoolId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findUserPool((await params).userPoolId)).pool.name };
}

export default async function UserPoolLayout({ params, children }: Props) {
  const { pool, signsInHere } = await findUserPool((await params).userPoolId);
  return (
    <div className="flex min-h-full flex-col">
      <header className="border-b px-5 pt-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1 className="min-w-0 max-w-full truncate font-semibold text-[18px] leading-7" title={pool.name}>
            {pool.name}
          </h1>
          <CopyButton value={pool.id} what="user pool id" showValue />
          {signsInHere && (
            <Badge tone="accent" title="Settings name it. Only administrators change it.">
              Signs in to portal and console
            </Badge>
          )}
        </div>
        <Suspense>
          <Tabs
            label={pool.name}
            className="mt-1 border-b-0"
            tabs={userPoolTabs.map(({ path, label }) => ({
              href: `/console/user-pools/${pool.id}${path}`,
              label,
              deep: path !== '',
            }))}
          />
        </Suspense>
      </header>
      <div className="min-w-0 flex-1 p-5">{children}</div>
    </div>
  );
}
