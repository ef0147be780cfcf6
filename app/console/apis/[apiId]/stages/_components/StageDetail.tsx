import type { ComponentType } from 'react';
import type { ClientCertificate } from '@/lib/model/clientCertificate';
import type { Change, DeployedMethod, Deployment } from '@/lib/model/deployment';
import type { DomainNameMapping } from '@/lib/model/domainName';
import type { Stage } from '@/lib/model/stage';
import type { DomainNameRule } from '@/lib/model/v2/routingRule';
import { CacheTab } from './cache/CacheTab';
import { CanaryTab } from './canary/CanaryTab';
import { LogsTab } from './logs/LogsTab';
import { methodKey } from './methodKey';
import { OverviewTab } from './OverviewTab';
import { StageSettingsForm } from './settings/StageSettingsForm';
import type { StageTab } from './stageTabs';
import { ThrottlingForm } from './ThrottlingForm';
import { VariablesForm } from './VariablesForm';

export interface StageDetailProps {
  stage: Stage;
  deployments: Deployment[];
  /** what the stage's deployment serves */
  methods: DeployedMethod[];
  certificates: ClientCertificate[];
  /** what the canary's deployment has that the stage's has not */
  canaryChanges: Change[];
  /** base paths of custom domain names that lead to it */
  mappings: DomainNameMapping[];
  /** their routing rules that do */
  rules: DomainNameRule[];
  /** of its execution log, and of its canary's; those that are there */
  logGroups: string[];
  editable: boolean;
}

/** The open tab of a stage. Each form begins anew when what it is about was changed, here or by another person. */
export function StageDetail({ tab, ...props }: StageDetailProps & { tab: StageTab }) {
  const Detail = details[tab];
  return <Detail {...props} />;
}

const details: Record<StageTab, ComponentType<StageDetailProps>> = {
  overview: (props) => <OverviewTab {...props} />,
  variables: (props) => <VariablesForm key={JSON.stringify(props.stage.variables)} {...props} />,
  throttling: (props) => (
    <ThrottlingForm
      key={JSON.stringify(props.stage.methodSettings)}
      stage={props.stage}
      methods={props.methods.map(methodKey)}
      editable={props.editable}
    />
  ),
  cache: (props) => <CacheTab {...props} />,
  canary: (props) => <CanaryTab {...props} />,
  logs: (props) => <LogsTab {...props} />,
  settings: (props) => <StageSettingsForm key={props.stage.lastUpdatedDate} {...props} />,
};
