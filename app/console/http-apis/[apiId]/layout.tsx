import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { ApiPermissionsFrame } from '@/app/console/_components/permissions/ApiPermissionsFrame';
import { readApiPermissions } from '@/app/console/_components/permissions/readApiPermissions';
import { readUndeployed } from '@/app/console/_components/v2/readUndeployed';
import { UndeployedChanges } from '@/app/console/_components/v2/UndeployedChanges';
import { canEdit } from '@/app/console/canEdit';
import { apiHref, httpApiTabs } from '@/components/console/places';
import { CopyButton } from '@/components/ui/CopyButton';
import { Tabs } from '@/components/ui/Tabs';
import { control } from '@/lib/runtime/slot';
import { InvokeUrls } from './_components/InvokeUrls';
import { findHttpApi } from './findHttpApi';
import { invokeUrl } from './invokeUrl';

type Props = { params: Promise<{ apiId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findHttpApi((await params).apiId)).api.name };
}

export default async function HttpApiLayout({ params, children }: Props) {
  const { apiId } = await params;
  const { actor, api } = await findHttpApi(apiId);
  const stages = await control().apis.stages.list(actor, apiId);
  const permissions = await readApiPermissions(
    actor,
    apiId,
    stages.map(({ stageVariables }) => stageVariables),
  );
  const base = apiHref({ id: apiId, kind: 'HTTP' });
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
              HTTP
              <CopyButton value={apiId} what="API id" showValue />
            </span>
            <InvokeUrls
              stagesHref={`${base}/stages`}
              stages={stages.map(({ stageName }) => ({ stageName, url: invokeUrl(api, stageName) }))}
            />
          </div>
          <UndeployedChanges
            apiId={apiId}
            stages={await readUndeployed(actor, apiId, stages)}
            isAutomatic={stages.some(({ autoDeploy }) => autoDeploy)}
            editable={canEdit(actor)}
            nameHelp="Part of the invoke URL; $default answers without one."
          />
        </div>
        <Suspense>
          <Tabs
            label={api.name}
            className="mt-1 border-b-0"
            tabs={httpApiTabs.map(({ path, label }) => ({ href: `${base}/${path}`, label, deep: true }))}
          />
        </Suspense>
      </header>
      <ApiPermissionsFrame {...permissions} barFrom={1}>
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)]">{children}</div>
      </ApiPermissionsFrame>
    </div>
  );
}
