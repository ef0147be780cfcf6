import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { ApiPermissionsFrame } from '@/app/console/_components/permissions/ApiPermissionsFrame';
import { readApiPermissions } from '@/app/console/_components/permissions/readApiPermissions';
import { canEdit } from '@/app/console/canEdit';
import { apiTabs } from '@/components/console/places';
import { CopyButton } from '@/components/ui/CopyButton';
import { Tabs } from '@/components/ui/Tabs';
import { control } from '@/lib/runtime/slot';
import { InvokeUrls } from './_components/InvokeUrls';
import { PendingChanges } from './_components/PendingChanges';
import { findApi } from './findApi';

type Props = { params: Promise<{ apiId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findApi((await params).apiId)).api.name };
}

export default async function ApiLayout({ params, children }: Props) {
  const { apiId } = await params;
  const { actor, api } = await findApi(apiId);
  const [stages, pending] = await Promise.all([
    control().stages.list(actor, apiId),
    control().deployments.pending(actor, apiId),
  ]);
  const permissions = await readApiPermissions(
    actor,
    apiId,
    stages.map(({ variables }) => variables),
  );
  return (
    <div className="flex min-h-full flex-col">
      <header className="border-b px-5 pt-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1
            title={api.name}
            className="line-clamp-2 min-w-0 flex-1 break-words font-semibold text-[18px] leading-7 tracking-tight md:max-w-[40ch] md:flex-none"
          >
            {api.name}
          </h1>
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 text-muted text-small max-md:order-last max-md:basis-full">
            <span className="flex items-center gap-1">
              REST
              <CopyButton value={api.id} what="API id" showValue />
            </span>
            <InvokeUrls apiId={apiId} stages={stages} />
          </div>
          <PendingChanges
            restApiId={apiId}
            changes={pending}
            stages={stages.map(({ stageName, canarySettings }) => ({
              stageName,
              canaryPercent: canarySettings?.percentTraffic,
            }))}
            editable={canEdit(actor)}
          />
        </div>
        <Suspense>
          <Tabs
            label={api.name}
            className="mt-1 border-b-0"
            tabs={apiTabs.map((tab) => ({
              href: `/console/apis/${apiId}/${tab.path}`,
              label: tab.label,
              deep: true,
            }))}
          />
        </Suspense>
      </header>
      <ApiPermissionsFrame {...permissions} barFrom={2}>
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)]">{children}</div>
      </ApiPermissionsFrame>
    </div>
  );
}
