import type { Metadata } from 'next';
import Link from 'next/link';
import { canEdit } from '@/app/console/canEdit';
import { cn } from '@/components/ui/cn';
import { EmptyState } from '@/components/ui/EmptyState';
import type { Stage } from '@/lib/model/stage';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { CreateStageButton } from './_components/CreateStageButton';
import { StageDetail } from './_components/StageDetail';

export const metadata: Metadata = { title: 'Stages' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ stage?: string }> };

export default async function StagesPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  const [stages, deployments, resources] = await Promise.all([
    control().stages.list(actor, apiId),
    control().deployments.list(actor, apiId),
    control().resources.list(actor, apiId),
  ]);
  const wanted = (await searchParams).stage;
  const stage = stages.find((each) => each.stageName === wanted) ?? stages[0];
  if (!stage) {
    return (
      <div className="p-5">
        <EmptyState title="No stage yet">
          Deploy this API with the button above; a stage gives it its invoke URL.
        </EmptyState>
      </div>
    );
  }
  const methods = resources.flatMap((resource) =>
    Object.keys(resource.resourceMethods).map((verb) => `${resource.path}/${verb}`),
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start md:grid-cols-[220px_minmax(0,1fr)] md:content-stretch">
      <div className="flex items-start gap-2 border-b p-3 md:block md:border-r md:border-b-0">
        <StageList apiId={apiId} stages={stages} selected={stage.stageName} />
        {canEdit(actor) && <CreateStageButton restApiId={apiId} deployments={deployments} />}
      </div>
      <StageDetail
        key={stage.stageName}
        stage={stage}
        deployments={deployments}
        methods={methods.map((each) => each.replace(/^\/\//, '/'))}
        editable={canEdit(actor)}
      />
    </div>
  );
}

function StageList({ apiId, stages, selected }: { apiId: string; stages: Stage[]; selected: string }) {
  return (
    <nav
      aria-label="Stages"
      className="scroll-fade flex min-w-0 flex-1 gap-0.5 overflow-x-auto md:mb-2 md:grid"
    >
      {stages.map(({ stageName }) => (
        <Link
          key={stageName}
          href={`/console/apis/${apiId}/stages?stage=${encodeURIComponent(stageName)}`}
          aria-current={stageName === selected ? 'page' : undefined}
          className={cn(
            'block shrink-0 truncate rounded-md px-2 py-1.5 font-mono text-small hover:bg-hover',
            stageName === selected && 'bg-selected font-medium',
          )}
        >
          {stageName}
        </Link>
      ))}
    </nav>
  );
}
