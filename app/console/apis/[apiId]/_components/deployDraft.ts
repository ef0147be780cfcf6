/** A stage that can be deployed to. */
export interface DeployTarget {
  stageName: string;
  /** of its canary; absent: it has none */
  canaryPercent: number | undefined;
}

/** Where the deployment goes, as typed. */
export interface DeployDraft {
  /** null: a new stage, whose name is `newName` */
  stageName: string | null;
  newName: string;
  description: string;
  asCanary: boolean;
  percentTraffic: string;
}

export const draftFor = (target: DeployTarget | undefined): DeployDraft => ({
  stageName: target?.stageName ?? null,
  newName: '',
  description: '',
  ...canaryOf(target),
});

/** A stage that has a canary takes a deployment nowhere else; of another the user decides. */
export const canaryOf = (target: DeployTarget | undefined) => ({
  asCanary: target?.canaryPercent !== undefined,
  percentTraffic: String(target?.canaryPercent ?? 10),
});

/** What is no number becomes NaN, which the operation refuses with the field's name. */
export function inputOf(draft: DeployDraft) {
  const { stageName, asCanary, percentTraffic: typed } = draft;
  return {
    stageName: stageName ?? draft.newName,
    description: draft.description.trim() || undefined,
    ...(stageName !== null &&
      asCanary && { canarySettings: { percentTraffic: typed.trim() === '' ? Number.NaN : Number(typed) } }),
  };
}

/** `Deploy to prod`, `Deploy to the canary of prod`. */
export function deployWords({ stageName, asCanary }: DeployDraft): string {
  if (stageName === null) return 'Deploy';
  return asCanary ? `Deploy to the canary of ${stageName}` : `Deploy to ${stageName}`;
}
