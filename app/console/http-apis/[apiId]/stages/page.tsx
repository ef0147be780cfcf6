import type { Metadata } from 'next';
import { logGroupFor } from '@/app/console/_components/v2/logGroupFor';
import { canEdit } from '@/app/console/canEdit';
import { EmptyState } from '@/components/ui/EmptyState';
import { control } from '@/lib/runtime/slot';
import { findHttpApi } from '../findHttpApi';
import { invokeUrl } from '../invokeUrl';
import { CreateStageButton } from './_components/CreateStageButton';
import { StageDetail } from './_components/StageDetail';
import { StageList } from './_components/StageList';

export const metadata: Metadata = { title: 'Stages' };

type Props = {
  params: Promise<{ apiId: string }>;
  searchParams: Promise<{ stage?: string }>;
};

export default async function StagesPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor, api } = await findHttpApi(apiId);
  const { apis } = control();
  const [stages, deployments, routes, wanted] = await Promise.all([
    apis.stages.list(actor, apiId),
    apis.deployments.list(actor, apiId),
    apis.routes.list(actor, apiId),
    searchParams,
  ]);
  const editable = canEdit(actor);
  const stage = stages.find(({ stageName }) => stageName === wanted.stage) ?? stages[0];
  const create = editable && <CreateStageButton apiId={apiId} />;
  if (!stage)
    return (
      <div className="p-5">
        <EmptyState title="No stage yet" actions={create}>
          A stage serves the API under its invoke URL; $default answers without a part of the path.
        </EmptyState>
      </div>
    );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start md:grid-cols-[220px_minmax(0,1fr)] md:content-stretch">
      <div className="flex items-start gap-2 border-b p-3 md:block md:border-r md:border-b-0">
        <StageList apiId={apiId} stages={stages} selected={stage.stageName} />
        {create}
      </div>
      <StageDetail
        key={stage.stageName}
        apiId={apiId}
        stage={stage}
        url={invokeUrl(api, stage.stageName)}
        deployments={deployments}
        routeKeys={routes.map(({ routeKey }) => routeKey)}
        logGroupArn={await control().logs.groupArn(actor, logGroupFor(api.name, stage.stageName))}
        editable={editable}
      />
    </div>
  );
}
