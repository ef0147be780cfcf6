import Link from 'next/link';
import type { ReactNode } from 'react';
import { levelLabel } from '@/app/console/_components/executionLog/loggingDraft';
import { Section } from '@/components/ui/Section';
import type { Deployment } from '@/lib/model/deployment';
import type { DomainNameMapping } from '@/lib/model/domainName';
import { AWS_TIMEOUT } from '@/lib/model/integration';
import { DEFAULT_CACHE_SIZE, type Stage } from '@/lib/model/stage';
import type { DomainNameRule } from '@/lib/model/v2/routingRule';
import { DeploymentForm } from './DeploymentForm';
import { StageDomainNames } from './StageDomainNames';
import { type StageTab, stageHref } from './stageTabs';
import { everyMethod } from './throttleDraft';

/** Which deployment the stage serves, and what is in force on it. All of it is live as soon as it is saved. */
export function OverviewTab(props: {
  stage: Stage;
  deployments: Deployment[];
  mappings: DomainNameMapping[];
  rules: DomainNameRule[];
  editable: boolean;
}) {
  const { stage } = props;
  return (
    <>
      <DeploymentForm
        key={stage.deploymentId}
        stage={stage}
        deployments={props.deployments}
        editable={props.editable}
      />
      <Section title="In force" description="Live without a deployment.">
        {stage.description && <p className="max-w-[80ch] break-words">{stage.description}</p>}
        <dl className="max-w-2xl divide-y border-y">
          {factsOf(stage).map(({ tab, name, value }) => (
            <div key={name} className="flex flex-wrap items-baseline gap-x-4 py-1.5">
              <dt className="w-44 text-muted">{name}</dt>
              <dd className="min-w-0 flex-1 break-words">{value}</dd>
              <dd>
                <Link
                  href={stageHref(stage.restApiId, stage.stageName, tab)}
                  className="text-accent-ink text-small underline"
                  aria-label={`${name} of ${stage.stageName}`}
                >
                  Open
                </Link>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <StageDomainNames stage={stage} mappings={props.mappings} rules={props.rules} />
    </>
  );
}

function factsOf(stage: Stage): { tab: StageTab; name: string; value: ReactNode }[] {
  const limit = stage.methodSettings[everyMethod];
  const variables = Object.keys(stage.variables).length;
  return [
    { tab: 'variables', name: 'Stage variables', value: variables === 0 ? 'None' : variables },
    {
      tab: 'throttling',
      name: 'Throttling',
      value:
        limit?.throttlingRateLimit === undefined || limit.throttlingRateLimit < 0
          ? "The account's"
          : `${limit.throttlingRateLimit} a second, burst ${limit.throttlingBurstLimit}`,
    },
    {
      tab: 'cache',
      name: 'Cache',
      value: stage.cacheClusterEnabled ? `${stage.cacheClusterSize ?? DEFAULT_CACHE_SIZE} GB` : 'Off',
    },
    { tab: 'canary', name: 'Canary', value: canaryText(stage) },
    { tab: 'logs', name: 'Execution log', value: levelLabel(limit?.loggingLevel ?? 'OFF') },
    {
      tab: 'settings',
      name: 'Client certificate',
      value: stage.clientCertificateId ?? 'None',
    },
    {
      tab: 'settings',
      name: 'Longest timeout',
      value: `${((stage.maximumTimeoutInMillis ?? AWS_TIMEOUT) / 1000).toLocaleString('en')} s`,
    },
  ];
}

function canaryText({ canarySettings: canary }: Stage): ReactNode {
  if (!canary) return 'None';
  return (
    <>
      {canary.percentTraffic} % of the calls to{' '}
      <span className="font-mono text-small">{canary.deploymentId}</span>
    </>
  );
}
