import { awsPolicies } from './awsPolicies';

export const userArn = (accountId: string, userName: string) => `arn:aws:iam::${accountId}:user/${userName}`;

/** @param path `/`, or `/service-role/` and the like */
export const roleArn = (accountId: string, path: string, roleName: string) =>
  `arn:aws:iam::${accountId}:role${path}${roleName}`;

/** AWS's own policies belong to no account. */
export const policyArn = (accountId: string, policyName: string) =>
  awsPolicies.get(policyName)?.arn ?? `arn:aws:iam::${accountId}:policy/${policyName}`;
