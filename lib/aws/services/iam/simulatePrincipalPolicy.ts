import { compilePolicy } from '@gatehouse/gateway/identity';
import type { Control } from '@/lib/control/control';
import type { IamRole, IamUser } from '@/lib/model/identity';
import { AwsError } from '../../AwsError';
import { members, required, texts } from '../../protocols/queryInput';
import type { OperationCall } from '../../Service';
import { sourceResource } from './arns';
import type { IamRuns } from './IamRuns';

interface Held {
  name: string;
  document: string;
}

/** What a user's or role's policies say of actions on resources (https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html). */
export const simulation: IamRuns = {
  SimulatePrincipalPolicy: {
    resource: sourceResource,
    run: async (call) => {
      const { input } = call;
      const arn = required(input, 'PolicySourceArn');
      const held = await heldBy(call, arn);
      const asked = texts(input, 'ResourceArns');
      const resources = asked.length > 0 ? asked : ['*'];
      const context = contextOf(call);
      return {
        EvaluationResults: texts(input, 'ActionNames').flatMap((action) =>
          resources.map((resource) => evaluate(call, held, { arn, action, resource, context })),
        ),
        IsTruncated: false,
      };
    },
  },
};

interface Question {
  arn: string;
  action: string;
  resource: string;
  context: Map<string, string[]>;
}

function evaluate({ door }: OperationCall, held: Held[], { arn, action, resource, context }: Question) {
  const principal = { arn, accountId: door.accountId };
  const matched = held.flatMap(({ name, document }) =>
    compilePolicy(document, { kind: 'identity' })
      .matching({ action, resource, principal, context })
      .map(({ effect }) => ({ name, effect })),
  );
  const denied = matched.filter(({ effect }) => effect === 'Deny');
  const decided = denied.length > 0 ? denied : matched;
  const allowed = matched.length > 0 ? 'allowed' : 'implicitDeny';
  return {
    EvalActionName: action,
    EvalResourceName: resource,
    EvalDecision: denied.length > 0 ? 'explicitDeny' : allowed,
    MatchedStatements: decided.map(({ name }) => ({ SourcePolicyId: name, SourcePolicyType: 'IAM Policy' })),
    MissingContextValues: [],
  };
}

async function heldBy(call: OperationCall, arn: string): Promise<Held[]> {
  const { identity } = call.door.control;
  const owner = await ownerOf(identity, call, arn);
  const managed = await identity.policies(call.actor);
  const attached = managed.filter((policy) => owner.attachedPolicies.includes(policy.arn));
  return [
    ...Object.entries(owner.inlinePolicies).map(([name, document]) => ({ name, document })),
    ...attached.map(({ policyName: name, document }) => ({ name, document })),
  ];
}

async function ownerOf(
  identity: Control['identity'],
  { actor }: OperationCall,
  arn: string,
): Promise<IamUser | IamRole> {
  const all = [...(await identity.users(actor)), ...(await identity.roles(actor))];
  const found = all.find((one) => one.arn === arn);
  if (found) return found;
  throw new AwsError('NoSuchEntity', `The principal ${arn} does not exist`, 404);
}

function contextOf({ input }: OperationCall): Map<string, string[]> {
  return new Map(
    members(input, 'ContextEntries').map((entry) => [
      String(entry.ContextKeyName).toLowerCase(),
      texts(entry, 'ContextKeyValues'),
    ]),
  );
}
