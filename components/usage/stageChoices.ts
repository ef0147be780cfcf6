import type { DashboardApi } from './ConsoleDashboard';
import { canaryStageName } from './canaryStageName';

/** The stages that a dashboard can be narrowed to, by name; a canary is one of its own, after its stage. */
export function stageChoices(apis: readonly DashboardApi[]): { value: string; label: string }[] {
  const names = apis.flatMap(({ stageNames, canaryStageNames = [] }) => [
    ...stageNames,
    ...canaryStageNames.map(canaryStageName),
  ]);
  return [...new Set(names)].sort().map((name) => ({ value: name, label: name }));
}
