import type { DomainNameMapping } from '@/lib/model/domainName';
import { CANARY_LOG_SUFFIX, restExecutionLogGroup } from '@/lib/model/executionLog';
import type { Actor } from '@/lib/model/role';
import type { Stage } from '@/lib/model/stage';
import type { DomainNameRule } from '@/lib/model/v2/routingRule';
import { control } from '@/lib/runtime/slot';
import type { StageDetailProps } from './_components/StageDetail';
import type { StageTab } from './_components/stageTabs';

type Detail = Pick<
  StageDetailProps,
  'methods' | 'certificates' | 'canaryChanges' | 'mappings' | 'rules' | 'logGroups'
>;

/** What one tab needs beside the stage: nothing is read for the tabs that are not open. */
export async function readStageDetail(actor: Actor, stage: Stage, tab: StageTab): Promise<Detail> {
  const { deployments, clientCertificates, domainNames } = control();
  const { restApiId, deploymentId, canarySettings } = stage;
  const detail: Detail = {
    ...{ methods: [], certificates: [], canaryChanges: [], mappings: [], rules: [], logGroups: [] },
  };
  if (tab === 'overview') {
    detail.mappings = leadingTo(stage, await domainNames.mappingsOfAll(actor, restApiId));
    detail.rules = ruledTo(stage, await domainNames.routingRules.ofApi(actor, restApiId));
  }
  if (tab === 'logs') detail.logGroups = await logGroupsOf(actor, stage);
  if (tab === 'throttling' || tab === 'cache' || tab === 'logs')
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

/** The stage's, then its canary's. */
async function logGroupsOf(actor: Actor, { restApiId, stageName }: Stage): Promise<string[]> {
  const own = restExecutionLogGroup(restApiId, stageName);
  const there = (await control().logs.groups(actor)).map(({ logGroupName }) => logGroupName);
  return [own, `${own}${CANARY_LOG_SUFFIX}`].filter((name) => there.includes(name));
}

/** Where a path names the stage, it may name this one. */
const leadingTo = ({ stageName }: Stage, mappings: DomainNameMapping[]) =>
  mappings.filter(({ stage }) => stage === '' || stage === stageName);

const ruledTo = ({ stageName }: Stage, rules: DomainNameRule[]) =>
  rules.filter(({ actions }) => actions.some(({ invokeApi }) => invokeApi.stage === stageName));
