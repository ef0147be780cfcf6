import type { Deployment } from '@/lib/model/deployment';

/** A deployment in one line: id, time in UTC, what changed. */
export const deploymentTitle = (
  deployment: Pick<Deployment, 'id' | 'createdDate'> & { description?: string | undefined },
): string =>
  [
    deployment.id,
    new Date(deployment.createdDate).toISOString().slice(0, 16).replace('T', ' '),
    deployment.description,
  ]
    .filter(Boolean)
    .join(' · ');
