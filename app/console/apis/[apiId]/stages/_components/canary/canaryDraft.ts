import type { Deployment } from '@/lib/model/deployment';
import type { CanarySettings, Stage } from '@/lib/model/stage';

/** One variable: the stage's value beside the canary's. */
export interface VariableDraft {
  /** for React; a new name changes while it is typed */
  id: number;
  name: string;
  /** absent: only the canary has it */
  stageValue: string | undefined;
  overridden: boolean;
  value: string;
}

export interface CanaryDraft {
  deploymentId: string;
  percentTraffic: string;
  variables: VariableDraft[];
  useStageCache: boolean;
}

/** @param deployments newest first; a new canary begins with the newest that the stage does not serve */
export function draftOf(stage: Stage, deployments: readonly Deployment[]): CanaryDraft {
  const canary = stage.canarySettings;
  const next = deployments.find(({ id }) => id !== stage.deploymentId)?.id ?? stage.deploymentId;
  return {
    deploymentId: canary?.deploymentId ?? next,
    percentTraffic: String(canary?.percentTraffic ?? 10),
    variables: variablesOf(stage.variables, canary?.stageVariableOverrides ?? {}),
    useStageCache: canary?.useStageCache ?? false,
  };
}

function variablesOf(stage: Record<string, string>, overrides: Record<string, string>): VariableDraft[] {
  const names = [...new Set([...Object.keys(stage), ...Object.keys(overrides)])].sort();
  return names.map((name, id) => ({
    id,
    name,
    stageValue: stage[name],
    overridden: overrides[name] !== undefined,
    value: overrides[name] ?? stage[name] ?? '',
  }));
}

/** What the operation gets; it refuses what is no number (NaN) with the field's name. */
export function settingsOf(draft: CanaryDraft): CanarySettings {
  const overrides = draft.variables.filter(({ overridden, name }) => overridden && name.trim() !== '');
  return {
    deploymentId: draft.deploymentId,
    percentTraffic: draft.percentTraffic.trim() === '' ? Number.NaN : Number(draft.percentTraffic),
    stageVariableOverrides: Object.fromEntries(overrides.map(({ name, value }) => [name.trim(), value])),
    useStageCache: draft.useStageCache,
  };
}

/** With a line for a variable that only the canary has. */
export const withNewVariable = (variables: readonly VariableDraft[]): VariableDraft[] => [
  ...variables,
  {
    id: Math.max(-1, ...variables.map(({ id }) => id)) + 1,
    name: '',
    stageValue: undefined,
    overridden: true,
    value: '',
  },
];

/** Where the operation refuses a variable's name or value. */
export const variableField = (name: string) => `canarySettings.stageVariableOverrides.${name.trim()}`;

export const fieldsOf = (draft: CanaryDraft): string[] => [
  'canarySettings.deploymentId',
  'canarySettings.percentTraffic',
  ...draft.variables.map(({ name }) => variableField(name)),
];
