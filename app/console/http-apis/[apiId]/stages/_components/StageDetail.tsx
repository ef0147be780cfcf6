import { CopyButton } from '@/components/ui/CopyButton';
import { RelativeTime } from '@/components/ui/RelativeTime';
import type { Deployment, Stage } from '@/lib/model/v2/stage';
import { AccessLogForm } from '../../../../_components/v2/AccessLogForm';
import { DeleteStageButton } from '../../../../_components/v2/DeleteStageButton';
import { DeploymentSection } from './DeploymentSection';
import { ResetAuthorizersCache } from './ResetAuthorizersCache';
import { ThrottlingForm } from './ThrottlingForm';
import { VariablesForm } from './VariablesForm';

export interface StageProps {
  apiId: string;
  stage: Stage;
  url: string;
  deployments: Deployment[];
  routeKeys: string[];
  /** a log group that its access log may go to */
  logGroupArn: string;
  editable: boolean;
}

/** What one stage serves, and its settings; all of them are in force at once. */
export function StageDetail(props: StageProps) {
  const { apiId, stage, url, editable } = props;
  return (
    <div className="min-w-0">
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-5 py-4">
        <div className="min-w-0 flex-1">
          <h2 className="break-all font-semibold text-[15px] leading-6">{stage.stageName}</h2>
          <p className="flex min-w-0 flex-wrap items-center gap-x-3 text-muted">
            <CopyButton
              value={url}
              what={`invoke URL of ${stage.stageName}`}
              showValue
              className="-ml-1 min-w-0"
            />
            <span className="text-small">
              Changed <RelativeTime time={stage.lastUpdatedDate} />
            </span>
          </p>
        </div>
        {editable && (
          <DeleteStageButton
            apiId={apiId}
            stageName={stage.stageName}
            listPath={`/console/http-apis/${apiId}/stages`}
          >
            <p>
              Calls to <span className="break-all font-mono text-small">{url}</span> are not answered by it
              from then on. Its variables and limits go with it; deployments stay.
            </p>
          </DeleteStageButton>
        )}
      </header>
      <div className="grid min-w-0 max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-6 p-5">
        <DeploymentSection {...props} />
        <VariablesForm {...props} />
        <ThrottlingForm {...props} />
        <AccessLogForm key={stage.stageName} {...props} protocol="HTTP" suggestion={props.logGroupArn} />
        {editable && <ResetAuthorizersCache {...props} />}
      </div>
    </div>
  );
}
