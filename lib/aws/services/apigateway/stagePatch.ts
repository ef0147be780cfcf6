import type { CanarySettings, Stage, StageUpdate } from '@/lib/model/stage';
import { AwsError } from '../../AwsError';
import type { PatchCall, PatchRule, PatchTable } from './patch';
import { entries, flag, numberOf, text } from './patchRules';
import { refuseStagePath } from './refuseStagePath';
import { methodSettingRules } from './stageMethodSettings';

/** A stage as PATCH changes it: '' is what is not set. */
interface StageDraft {
  deploymentId: string;
  description: string;
  cacheClusterEnabled: boolean;
  cacheClusterSize: string;
  clientCertificateId: string;
  documentationVersion: string;
  tracingEnabled: boolean;
  variables: Record<string, string>;
  methodSettings: Stage['methodSettings'];
  accessLogSettings: Record<string, string>;
  canarySettings: CanarySettings | null;
}

export function stageDraft(stage: Stage): StageDraft {
  const { accessLogSettings = {}, canarySettings = null, variables, methodSettings } = structuredClone(stage);
  return {
    deploymentId: stage.deploymentId,
    description: stage.description ?? '',
    cacheClusterEnabled: stage.cacheClusterEnabled,
    cacheClusterSize: stage.cacheClusterSize ?? '',
    clientCertificateId: stage.clientCertificateId ?? '',
    documentationVersion: stage.documentationVersion ?? '',
    tracingEnabled: stage.tracingEnabled,
    variables,
    methodSettings,
    accessLogSettings,
    canarySettings,
  };
}

/** What the control plane is told; it judges what a value may be. */
export function stageUpdateOf({ cacheClusterSize, ...draft }: StageDraft): StageUpdate {
  const hasLog = Object.keys(draft.accessLogSettings).length > 0;
  return {
    ...draft,
    ...(cacheClusterSize && { cacheClusterSize: cacheClusterSize as NonNullable<Stage['cacheClusterSize']> }),
    clientCertificateId: draft.clientCertificateId || null,
    documentationVersion: draft.documentationVersion || null,
    accessLogSettings: hasLog ? draft.accessLogSettings : null,
  };
}

/** AWS's table of a stage (https://docs.aws.amazon.com/apigateway/latest/api/patch-operations.html#UpdateStage-Patch). */
export const stageTable: PatchTable<StageDraft> = {
  style: refuseStagePath,
  rules: [
    {
      path: '/deploymentId',
      ops: ['replace', 'copy'],
      apply: (draft, { op, value, from }) => {
        draft.deploymentId = op === 'copy' ? copied(draft, 'deploymentId', '/deploymentId', from) : value;
      },
    },
    text('/description', 'description'),
    flag('/cacheClusterEnabled', 'cacheClusterEnabled'),
    text('/cacheClusterSize', 'cacheClusterSize'),
    text('/clientCertificateId', 'clientCertificateId'),
    text('/documentationVersion', 'documentationVersion'),
    flag('/tracingEnabled', 'tracingEnabled'),
    {
      path: '/variables',
      ops: ['replace', 'remove', 'copy'],
      apply: (draft, { op, value, from }) => {
        // The guide's promotion: the overrides are laid over the variables, none of which is lost.
        if (op === 'copy')
          Object.assign(draft.variables, copied(draft, 'stageVariableOverrides', '/variables', from));
        else draft.variables = op === 'remove' ? {} : readTexts('/variables', value);
      },
    },
    entries('/variables', ({ variables }) => variables, { ops: ['replace', 'remove'] }),
    ...accessLogRules(),
    ...canaryRules(),
    ...methodSettingRules,
  ],
};

function accessLogRules(): PatchRule<StageDraft>[] {
  const whole: PatchRule<StageDraft> = {
    path: '/accessLogSettings',
    ops: ['remove'],
    apply: (draft) => {
      draft.accessLogSettings = {};
    },
  };
  const members = ['destinationArn', 'format'].map(
    (member): PatchRule<StageDraft> => ({
      path: `/accessLogSettings/${member}`,
      ops: ['add', 'replace'],
      apply: ({ accessLogSettings }, { value }) => {
        if (value === '') throw refused('Access Log value must not be empty');
        accessLogSettings[member] = value;
      },
    }),
  );
  return [whole, ...members];
}

function canaryRules(): PatchRule<StageDraft>[] {
  const member = (
    name: string,
    change: (canary: CanarySettings, call: PatchCall) => void,
  ): PatchRule<StageDraft> => ({
    path: `/canarySettings/${name}`,
    ops: ['replace'],
    apply: (draft, call) => change(canaryOf(draft), call),
  });
  return [
    {
      path: '/canarySettings',
      ops: ['remove'],
      apply: (draft) => {
        draft.canarySettings = null;
      },
    },
    member('deploymentId', (canary, { value }) => {
      canary.deploymentId = value;
    }),
    member('percentTraffic', (canary, { value }) => {
      canary.percentTraffic = numberOf('/canarySettings/percentTraffic', value);
    }),
    member('useStageCache', (canary, { value }) => {
      canary.useStageCache = value.toLowerCase() === 'true';
    }),
    member('stageVariableOverrides', (canary, { value }) => {
      canary.stageVariableOverrides = readTexts('/canarySettings/stageVariableOverrides', value);
    }),
    entries('/canarySettings/stageVariableOverrides', (draft) => canaryOf(draft).stageVariableOverrides, {
      ops: ['replace', 'remove'],
    }),
  ];
}

/** One that is not there is made as AWS makes it: the stage's deployment, and no traffic. */
function canaryOf(draft: StageDraft): CanarySettings {
  draft.canarySettings ??= {
    deploymentId: draft.deploymentId,
    percentTraffic: 0,
    stageVariableOverrides: {},
    useStageCache: false,
  };
  return draft.canarySettings;
}

function copied<Member extends 'deploymentId' | 'stageVariableOverrides'>(
  { canarySettings }: StageDraft,
  member: Member,
  path: string,
  from: string,
): CanarySettings[Member] {
  if (from !== `/canarySettings/${member}`) throw refuseStagePath({ op: 'copy', path, from });
  if (!canarySettings) throw refused('Promotion not available. Canary does not exist.');
  return canarySettings[member];
}

/** A map as JSON text. */
function readTexts(path: string, value: string): Record<string, string> {
  try {
    const map: unknown = JSON.parse(value);
    if (typeof map === 'object' && map && Object.values(map).every((text) => typeof text === 'string'))
      return { ...map } as Record<string, string>;
  } catch {
    // told below, as what is JSON and no map
  }
  throw refused(`Invalid value for ${path}: send JSON text of an object of strings`);
}

const refused = (message: string) => new AwsError('BadRequestException', message);
