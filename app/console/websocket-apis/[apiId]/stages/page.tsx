import type { Metadata } from 'next';
import Link from 'next/link';
import { ExecutionLogView } from '@/app/console/_components/executionLog/ExecutionLogView';
import { loggingDraftOf } from '@/app/console/_components/executionLog/loggingDraft';
import { AccessLogForm } from '@/app/console/_components/v2/AccessLogForm';
import { logGroupFor } from '@/app/console/_components/v2/logGroupFor';
import { canEdit } from '@/app/console/canEdit';
import { CopyButton } from '@/components/ui/CopyButton';
import { EmptyState } from '@/components/ui/EmptyState';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { socketExecutionLogGroup } from '@/lib/model/executionLog';
import type { Api } from '@/lib/model/v2/api';
import type { Stage } from '@/lib/model/v2/stage';
import { control } from '@/lib/runtime/slot';
import { DeleteStageButton } from '../../../_components/v2/DeleteStageButton';
import { DeployButton } from '../_components/DeployButton';
import { findWebSocketApi } from '../findWebSocketApi';
import { connectionsUrl, stageUrl } from '../stageUrl';
import { ExecutionLogForm } from './_components/ExecutionLogForm';
import { StageForm } from './_components/StageForm';
import { stageDraftOf } from './_components/stageDraft';

export const metadata: Metadata = { title: 'Stages' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ stage?: string }> };

export default async function StagesPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { stage: asked } = await searchParams;
  const { actor, api } = await findWebSocketApi(apiId);
  const { stages, routes } = control().apis;
  const [all, keys] = await Promise.all([stages.list(actor, apiId), routes.list(actor, apiId)]);
  const editable = canEdit(actor);
  const stage = all.find(({ stageName }) => stageName === asked) ?? all[0];
  if (!stage)
    return (
      <div className="p-5">
        <EmptyState title="No stage yet" actions={editable && <DeployButton apiId={apiId} stageNames={[]} />}>
          A stage is one running copy of the API with its own address: dev, prod.
        </EmptyState>
      </div>
    );
  const groups = await control().logs.groups(actor);
  const executionLog = socketExecutionLogGroup(apiId, stage.stageName);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start md:grid-cols-[200px_minmax(0,1fr)] md:content-stretch">
      <StageList apiId={apiId} stages={all} selected={stage.stageName} />
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5 p-5">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="min-w-0 flex-1 break-all font-mono font-semibold text-[15px]">{stage.stageName}</h2>
          {editable && (
            <DeleteStageButton
              apiId={apiId}
              stageName={stage.stageName}
              listPath={`/console/websocket-apis/${apiId}/stages`}
            >
              <p>
                Clients of{' '}
                <span className="break-all font-mono text-small">{stageUrl(api, stage.stageName)}</span> are
                refused from then on. Its variables and limits go with it; deployments stay.
              </p>
            </DeleteStageButton>
          )}
        </div>
        <StageFacts api={api} stage={stage} />
        <StageForm
          key={stage.stageName}
          apiId={apiId}
          stageName={stage.stageName}
          stored={stageDraftOf(stage)}
          routeKeys={keys.map(({ routeKey }) => routeKey)}
          editable={editable}
        />
        <AccessLogForm
          key={`log ${stage.stageName}`}
          apiId={apiId}
          protocol="WEBSOCKET"
          stage={stage}
          suggestion={await control().logs.groupArn(actor, logGroupFor(api.name, stage.stageName))}
          editable={editable}
        />
        <ExecutionLogForm
          key={`execution log ${stage.stageName}`}
          apiId={apiId}
          stageName={stage.stageName}
          stored={loggingDraftOf(stage.defaultRouteSettings, stage.routeSettings)}
          routeKeys={keys.map(({ routeKey }) => routeKey)}
          editable={editable}
        />
        {groups.some(({ logGroupName }) => logGroupName === executionLog) && (
          <ExecutionLogView key={executionLog} groups={[executionLog]} unit="event" />
        )}
      </div>
    </div>
  );
}

function StageList(props: { apiId: string; stages: Stage[]; selected: string }) {
  return (
    <nav
      aria-label="Stages"
      className="scroll-fade flex min-w-0 content-start gap-0.5 overflow-x-auto border-b p-3 md:grid md:border-r md:border-b-0"
    >
      {props.stages.map(({ stageName }) => (
        <Link
          key={stageName}
          href={`/console/websocket-apis/${props.apiId}/stages?stage=${encodeURIComponent(stageName)}`}
          title={stageName}
          aria-current={stageName === props.selected ? 'page' : undefined}
          className="block shrink-0 truncate rounded-md px-2 py-1.5 font-mono text-small hover:bg-hover aria-[current]:bg-selected aria-[current]:font-medium"
        >
          {stageName}
        </Link>
      ))}
    </nav>
  );
}

function StageFacts({ api, stage }: { api: Api; stage: Stage }) {
  const { stageName, deploymentId } = stage;
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
      <dt className="text-muted">WebSocket URL</dt>
      <dd className="min-w-0">
        <CopyButton value={stageUrl(api, stageName)} what="WebSocket URL" showValue className="-ml-1" />
      </dd>
      <dt className="text-muted">@connections URL</dt>
      <dd className="min-w-0">
        <CopyButton
          value={connectionsUrl(api, stageName)}
          what="@connections URL"
          showValue
          className="-ml-1"
        />
      </dd>
      <dt className="text-muted">Serves</dt>
      <dd>
        {deploymentId ? (
          <Link
            href={`/console/websocket-apis/${api.apiId}/deployments`}
            className="font-mono text-accent-ink text-small underline"
          >
            {deploymentId}
          </Link>
        ) : (
          'No deployment yet: clients are refused'
        )}
      </dd>
      <dt className="text-muted">Changed</dt>
      <dd>
        <RelativeTime time={stage.lastUpdatedDate} />
      </dd>
    </dl>
  );
}
