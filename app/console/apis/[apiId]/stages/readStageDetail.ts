import type { DomainNameMapping } from '@/lib/model/domainName';
import type { Actor } from '@/lib/model/role';
import type { Stage } from '@/lib/model/stage';
import type { DomainNameRule } from '@/lib/model/v2/routingRule';
import { control } from '@/lib/runtime/slot';
import type { StageDetailProps } from './_components/StageDetail';
import type { StageTab } from './_components/stageTabs';

type Detail = Pick<StageDetailProps, 'methods' | 'certificates' | 'canaryChanges' | 'mappings' | 'rules'>;

/** What one tab needs beside the stage: nothing is read for the tabs that are not open. */
export async function readStageDetail(actor: Actor, stage: Stage, tab: StageTab): Promise<Detail> {
  const { deployments, clientCertificates, domainNames } = control();
  const { restApiId, deploymentId, canarySettings } = stage;
  const detail: Detail = { methods: [], certificates: [], canaryChanges: [], mappings: [], rules: [] };
  if (tab === 'overview') {
    detail.mappings = leadingTo(stage, await domainNames.mappingsOfAll(actor, restApiId));
    detail.rules = ruledTo(stage, await domainNames.routingRules.ofApi(actor, restApiId));
  }
  if (tab === 'throttling' || tab === 'cache')
    detail.methods = await deployments.methods(actor, restApiId, deploymentId);
  if (tab === 'settings') detail.certificates = await clientCertificates.list(actor);
  if (tab === 'canary' && canarySettings)
    detail.canaryChanges = await deployments.compare(
      actor,
      restApiId,
      deploymentId,
      canarySettings.deploymentId,
    );
  return detail;
}

/** Where a path names the stage, it may name this one. */
const leadingTo = ({ stageName }: Stage, mappings: DomainNameMapping[]) =>
  mappings.filter(({ stage }) => stage === '' || stage === stageName);

const ruledTo = ({ stageName }: Stage, rules: DomainNameRule[]) =>
  rules.filter(({ actions }) => actions.some(({ invokeApi }) => invokeApi.stage === stageName));
