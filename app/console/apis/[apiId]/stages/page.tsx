import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { EmptyState } from '@/components/ui/EmptyState';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { CreateStageButton } from './_components/CreateStageButton';
import { StageDetail } from './_components/StageDetail';
import { StageHeader } from './_components/StageHeader';
import { StageList } from './_components/StageList';
import { stageTabOf } from './_components/stageTabs';
import { readStageDetail } from './readStageDetail';

export const metadata: Metadata = { title: 'Stages' };

type Props = {
  params: Promise<{ apiId: string }>;
  searchParams: Promise<{ stage?: string; tab?: string }>;
};

export default async function StagesPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  const [stages, deployments, wanted] = await Promise.all([
    control().stages.list(actor, apiId),
    control().deployments.list(actor, apiId),
    searchParams,
  ]);
  const stage = stages.find((each) => each.stageName === wanted.stage) ?? stages[0];
  if (!stage) {
    return (
      <div className="p-5">
        <EmptyState title="No stage yet">
          Deploy this API with the button above; a stage gives it its invoke URL.
        </EmptyState>
      </div>
    );
  }
  const tab = stageTabOf(wanted.tab);
  const editable = canEdit(actor);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start md:grid-cols-[220px_minmax(0,1fr)] md:content-stretch">
      <div className="flex items-start gap-2 border-b p-3 md:block md:border-r md:border-b-0">
        <StageList apiId={apiId} stages={stages} selected={stage.stageName} tab={tab} />
        {editable && <CreateStageButton restApiId={apiId} deployments={deployments} />}
      </div>
      <div className="min-w-0">
        <StageHeader stage={stage} tab={tab} editable={editable} />
        <div className="grid min-w-0 max-w-5xl content-start gap-6 p-5">
          <StageDetail
            key={stage.stageName}
            tab={tab}
            stage={stage}
            deployments={deployments}
            editable={editable}
            {...(await readStageDetail(actor, stage, tab))}
          />
        </div>
      </div>
    </div>
  );
}
