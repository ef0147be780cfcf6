import type { Deployment } from '@/lib/model/deployment';

/** A deployment in one line: id, time in UTC, what changed. */
export const deploymentTitle = (deployment: Deployment): string =>
  [
    deployment.id,
    new Date(deployment.createdDate).toISOString().slice(0, 16).replace('T', ' '),
    deployment.description,
  ]
    .filter(Boolean)
    .join(' · ');
