import { type InvokeTrial, NothingToDecide, simulateInvoke } from '@gatehouse/gateway/identity';
import type { DeploymentDocument } from '@gatehouse/gateway/snapshot';
import { ControlError } from '@/lib/model/ControlError';
import {
  type AskedPolicy,
  type PolicyTrial,
  type SimulationInput,
  simulationInput,
  writtenConditionKey,
} from '@/lib/model/identity';
import { jsonPlace } from '@/lib/model/jsonPlace';
import { read } from '../operation';
import { badRequest, parse } from '../parse';
import { readDeployments } from '../publish/readDeployments';
import { findStage } from '../stages/findStage';
import { userArn } from './arns';
import { findUser } from './findUser';
import { type HeldPolicy, heldPolicies } from './heldPolicies';

/**
 * Asks the engine about the user's policies and the resource policy of the deployment that the stage serves. Of a
 * canary's deployment, which may have another, nothing is said.
 */
export const simulate = read(
  { name: 'iam:SimulatePrincipalPolicy', permission: 'administrator' },
  async ({ db, now, ports }, input: SimulationInput): Promise<PolicyTrial> => {
    const asked = parse(simulationInput, input);
    const { region, accountId } = ports.config;
    const row = await findUser(db, asked.userName);
    const { deploymentId } = await findStage(db, asked.restApiId, asked.stageName);
    const [deployment] = await readDeployments(db, [deploymentId]);
    if (!deployment) throw new ControlError('NotFoundException', 'Invalid deployment identifier specified');
    const held = await heldPolicies(db, row);
    const policies = held.map(({ document }) => document);
    const user = {
      userName: row.userName,
      userId: row.userId,
      arn: userArn(accountId, row.userName),
      policies,
    };
    const question = { ...asked, deployment, account: { region, accountId }, user, time: now.getTime() };
    return toTrial(
      refusing(() => simulateInvoke(question)),
      held,
      deployment,
    );
  },
);

/** @throws ControlError BadRequestException at the member that leads to no method */
function refusing(work: () => InvokeTrial): InvokeTrial {
  try {
    return work();
  } catch (error) {
    if (error instanceof NothingToDecide) throw badRequest({ field: error.field, message: error.message });
    throw error;
  }
}

function toTrial(trial: InvokeTrial, held: HeldPolicy[], { name, policy }: DeploymentDocument): PolicyTrial {
  const { statements, ...rest } = trial;
  const ofUser = rest.authorizationType === 'AWS_IAM' ? held : [];
  const decided = (document: string, index?: number): AskedPolicy['decided'] =>
    statements
      .filter((each) => each.policy === index)
      .map(({ statement }) => ({ statement, lines: linesOf(document, statement) }));
  const policies: AskedPolicy[] = ofUser.map((one, index) => ({
    ...one,
    decided: decided(one.document, index),
  }));
  if (policy !== undefined)
    policies.push({ kind: 'resource', policyName: name, document: policy, decided: decided(policy) });
  return { ...rest, policies, missingKeys: rest.missingKeys.map(writtenConditionKey) };
}

const linesOf = (document: string, statement: number) =>
  jsonPlace(document, `Statement[${statement}]`) ?? { from: 1, to: 1 };
