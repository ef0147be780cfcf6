/** A stage's page, part by part; which one is shown is in the address (`?tab=`). */
export const stageTabs = [
  { id: 'overview', label: 'Overview' },
  { id: 'variables', label: 'Variables' },
  { id: 'throttling', label: 'Throttling' },
  { id: 'cache', label: 'Cache' },
  { id: 'canary', label: 'Canary' },
  { id: 'logs', label: 'Logs' },
  { id: 'settings', label: 'Settings' },
] as const;
export type StageTab = (typeof stageTabs)[number]['id'];

/** What an address does not name, or names wrongly, is the first. */
export const stageTabOf = (name: string | undefined): StageTab =>
  stageTabs.find(({ id }) => id === name)?.id ?? 'overview';

/** The first tab needs no parameter: old addresses stay what they were. */
export function stageHref(apiId: string, stageName: string, tab: StageTab = 'overview'): string {
  const search = new URLSearchParams({ stage: stageName });
  if (tab !== 'overview') search.set('tab', tab);
  return `/console/apis/${apiId}/stages?${search}`;
}
