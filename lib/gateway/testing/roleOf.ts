import type { IamRoleDocument } from '../snapshot/types';

const text = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });

export const ROLE = 'arn:aws:iam::000000000000:role/invoker';

/** The role `invoker`, which API Gateway may assume, and which may invoke every function. For tests. */
export const roleOf = (part: Partial<IamRoleDocument> = {}): IamRoleDocument => ({
  roleName: 'invoker',
  roleId: 'AROAINVOKER',
  arn: ROLE,
  assumeRolePolicyDocument: text({
    Principal: { Service: 'apigateway.amazonaws.com' },
    Action: 'sts:AssumeRole',
  }),
  policies: [text({ Action: 'lambda:InvokeFunction', Resource: '*' })],
  ...part,
});
