import type { AwsClient } from './AwsClient';
import { CliFailure } from './CliFailure';

export interface ApiKey {
  id: string;
  name?: string;
  value?: string;
  enabled: boolean;
  /** seconds since the epoch */
  createdDate: number;
}
export interface Plan {
  id: string;
  name: string;
}

/** @param text id or name @throws CliFailure unless it is exactly one */
export const findKey = async (aws: AwsClient, text: string): Promise<ApiKey> =>
  theOnly(await aws.list<ApiKey>('/apikeys'), text, 'API key');

/** @param text id or name @throws CliFailure unless it is exactly one */
export const findPlan = async (aws: AwsClient, text: string): Promise<Plan> =>
  theOnly(await aws.list<Plan>('/usageplans'), text, 'usage plan');

function theOnly<Item extends { id: string; name?: string }>(
  items: Item[],
  text: string,
  what: string,
): Item {
  const byId = items.find(({ id }) => id === text);
  const [first, ...others] = byId ? [byId] : items.filter(({ name }) => name === text);
  if (!first) throw new CliFailure(`No ${what} has the id or the name ${text}.`);
  if (others.length === 0) return first;
  const ids = [first, ...others].map(({ id }) => id).join(', ');
  throw new CliFailure(`${others.length + 1} are named ${text}: give one of the ids ${ids}.`);
}
