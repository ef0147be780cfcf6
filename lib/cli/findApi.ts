import type { AwsClient } from './AwsClient';
import { AwsRefusal } from './AwsRefusal';
import { CliFailure } from './CliFailure';

export interface RestApi {
  id: string;
  name: string;
  warnings?: string[];
}

/** @param text id or name @throws CliFailure unless it is exactly one */
export async function findApi(aws: AwsClient, text: string): Promise<RestApi> {
  const byId = await apiWithId(aws, text);
  if (byId) return byId;
  const named = await apisNamed(aws, text);
  if (named) return named;
  throw new CliFailure(`No REST API has the id or the name ${text}.`);
}

/** @throws CliFailure when several have the name */
export async function apisNamed(aws: AwsClient, name: string): Promise<RestApi | undefined> {
  const all = await aws.list<RestApi>('/restapis');
  const [first, ...others] = all.filter((api) => api.name === name);
  if (others.length === 0) return first;
  const ids = [first, ...others].map((api) => api?.id).join(', ');
  throw new CliFailure(`${others.length + 1} REST APIs are named ${name}: give one of the ids ${ids}.`);
}

async function apiWithId(aws: AwsClient, id: string): Promise<RestApi | undefined> {
  if (!/^[a-z0-9]{1,32}$/.test(id)) return undefined;
  try {
    return await aws.v1<RestApi>('GET', `/restapis/${id}`);
  } catch (error) {
    if (error instanceof AwsRefusal && error.status === 404) return undefined;
    throw error;
  }
}
