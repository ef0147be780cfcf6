import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { canEdit } from '@/app/console/canEdit';
import { apiTabs } from '@/components/console/places';
import { CopyButton } from '@/components/ui/CopyButton';
import { Tabs } from '@/components/ui/Tabs';
import { control } from '@/lib/runtime/slot';
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
  return (
    <div className="flex min-h-full flex-col">
      <header className="border-b px-5 pt-3">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 className="min-w-0 truncate font-semibold text-[18px] leading-7 tracking-tight">{api.name}</h1>
          <span className="flex min-w-0 items-center gap-1 text-muted text-small">
            REST
            <CopyButton value={api.id} what="API id" showValue />
          </span>
          <ul className="flex min-w-0 flex-1 flex-wrap gap-x-3">
            {stages.slice(0, 3).map((stage) => (
              <li key={stage.stageName} className="min-w-0 max-w-full">
                <CopyButton value={stage.invokeUrl} what={`invoke URL of ${stage.stageName}`} showValue />
              </li>
            ))}
          </ul>
          <PendingChanges
            restApiId={apiId}
            changes={pending}
            stageNames={stages.map((stage) => stage.stageName)}
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
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}
