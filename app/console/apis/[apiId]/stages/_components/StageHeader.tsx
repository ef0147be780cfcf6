import { Suspense } from 'react';
import { levelLabel } from '@/app/console/_components/executionLog/loggingDraft';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { Tabs } from '@/components/ui/Tabs';
import type { Stage } from '@/lib/model/stage';
import { DeleteStageButton } from './DeleteStageButton';
import { GenerateSdkButton } from './sdk/GenerateSdkButton';
import { type StageTab, stageHref, stageTabs } from './stageTabs';
import { everyMethod } from './throttleDraft';

/** Which stage this is, where it answers, and its tabs. */
export function StageHeader(props: { stage: Stage; tab: StageTab; editable: boolean }) {
  const { stage } = props;
  return (
    <header className="border-b px-5 pt-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 className="break-all font-semibold text-[15px] leading-6">{stage.stageName}</h2>
          <p className="flex min-w-0 flex-wrap items-center gap-x-3 text-muted">
            <CopyButton
              value={stage.invokeUrl}
              what={`invoke URL of ${stage.stageName}`}
              showValue
              className="-ml-1 min-w-0"
            />
            <span className="text-small">
              Changed <RelativeTime time={stage.lastUpdatedDate} />
            </span>
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <GenerateSdkButton restApiId={stage.restApiId} stageName={stage.stageName} />
          {props.editable && <DeleteStageButton stage={stage} />}
        </div>
      </div>
      <Suspense>
        <Tabs
          label={`Stage ${stage.stageName}`}
          className="mt-1 border-b-0"
          tabs={stageTabs.map(({ id, label }) => ({
            href: stageHref(stage.restApiId, stage.stageName, id),
            label: <TabLabel label={label} mark={markOf(stage, id)} />,
            active: id === props.tab,
          }))}
        />
      </Suspense>
    </header>
  );
}

const TabLabel = ({ label, mark }: { label: string; mark: string | undefined }) =>
  mark === undefined ? (
    label
  ) : (
    <span className="inline-flex items-center gap-1.5">
      {label}
      <Badge tone="accent">{mark}</Badge>
    </span>
  );

/** What is in force shows without opening the tab. */
function markOf(
  { cacheClusterEnabled, canarySettings, methodSettings }: Stage,
  tab: StageTab,
): string | undefined {
  if (tab === 'cache' && cacheClusterEnabled) return 'On';
  if (tab === 'canary' && canarySettings) return `${canarySettings.percentTraffic} %`;
  const level = methodSettings[everyMethod]?.loggingLevel ?? 'OFF';
  return tab === 'logs' && level !== 'OFF' ? levelLabel(level) : undefined;
}
