import { read } from '../operation';

/** The ARN that a stage names to write to a log group of this installation. */
export const groupArn = read(
  { name: 'DescribeLogGroups', permission: 'viewer' },
  async ({ ports: { config } }, logGroupName: string) =>
    `arn:aws:logs:${config.region}:${config.accountId}:log-group:${logGroupName}`,
);
