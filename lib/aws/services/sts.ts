import { queryProtocol } from '../protocols/queryProtocol';
import type { Operation, Service } from '../Service';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html: no policy can forbid it. */
const getCallerIdentity: Operation = {
  action: 'anyCaller',
  run: async ({ caller }) => ({ Arn: caller.arn, UserId: caller.userId, Account: caller.accountId }),
};

export const sts: Service = {
  name: 'sts',
  protocol: queryProtocol('sts', '2011-06-15'),
  operations: new Map([['GetCallerIdentity', getCallerIdentity]]),
};
