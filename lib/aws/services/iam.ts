import { queryProtocol } from '../protocols/queryProtocol';
import type { Operation, Service } from '../Service';
import { accessKeys } from './iam/accessKeys';
import type { IamRow } from './iam/IamRuns';
import { inIamWords } from './iam/inIamWords';
import { policies } from './iam/policies';
import { rolePolicies } from './iam/rolePolicies';
import { roles } from './iam/roles';
import { simulation } from './iam/simulatePrincipalPolicy';
import { userPolicies } from './iam/userPolicies';
import { users } from './iam/users';

const rows = {
  ...users,
  ...accessKeys,
  ...userPolicies,
  ...policies,
  ...roles,
  ...rolePolicies,
  ...simulation,
};

/** Users, keys, policies and roles, as far as the management of APIs uses them. */
export const iam: Service = {
  name: 'iam',
  protocol: queryProtocol('iam', '2010-05-08'),
  operations: new Map(
    Object.entries(rows).map(([name, row]): [string, Operation] => [name, operationOf(name, row)]),
  ),
};

function operationOf(name: string, { resource, run }: IamRow): Operation {
  return {
    action: `iam:${name}`,
    resource,
    run: (call) => run(call).catch((error: unknown) => Promise.reject(inIamWords(name, error))),
  };
}
