import { methodArn } from '../authorizers/methodArn';
import { policyContextOf } from '../authorizers/policyContext';
import { AskedContext } from '../policy/AskedContext';
import { combineEffects, type PolicyOutcome } from '../policy/combineEffects';
import { compilePolicy, type Policy } from '../policy/compilePolicy';
import type { PolicyDecision, PolicyRequest } from '../policy/PolicyRequest';
import { compileDeployment } from '../snapshot/compileDeployment';
import type { CompiledDeployment, CompiledMethod, CompiledResource } from '../snapshot/compiled';
import type { DeploymentDocument, IamUserDocument } from '../snapshot/types';

export interface InvokeQuestion {
  deployment: DeploymentDocument;
  account: { accountId: string; region: string };
  stageName: string;
  /** a verb, in capitals */
  httpMethod: string;
  /** below the stage, as a caller writes it */
  path: string;
  user: IamUserDocument;
  /** ms since the epoch */
  time: number;
  /** condition key, in any case -> value; wins over what the gateway would know itself */
  context: Readonly<Record<string, string>>;
}

export interface InvokeTrial {
  decision: PolicyOutcome;
  methodArn: string;
  authorizationType: 'AWS_IAM' | 'NONE';
  /** those that decided; `policy` is an index in the user's policies, absent for the API's resource policy */
  statements: (PolicyDecision & { policy?: number })[];
  /** condition keys that policies asked for and the call does not have, in lower case */
  missingKeys: string[];
}

/** There is nothing that policies of users could decide; `field` is the question's member at fault. */
export class NothingToDecide extends Error {
  constructor(
    readonly field: 'httpMethod' | 'path',
    message: string,
  ) {
    super(message);
    this.name = 'NothingToDecide';
  }
}

/**
 * What the pipeline would say of a user's call, by the same policies, table and method ARN, and why.
 * @throws NothingToDecide; MalformedPolicy, SnapshotRejected for documents that the engine would not take
 */
export function simulateInvoke(question: InvokeQuestion): InvokeTrial {
  const { account, stageName, httpMethod, user, time } = question;
  const deployment = compileDeployment(question.deployment);
  const { method, resourcePath, pathParameters } = methodOf(deployment, question);
  const authorizationType = authorizationOf(method);
  const { restApiId } = deployment;
  const arn = methodArn({ ...account, restApiId, stageName, httpMethod, resourcePath, pathParameters });
  const isSigned = authorizationType === 'AWS_IAM';
  const principal = { arn: user.arn, accountId: user.arn.split(':')[4] ?? '' };
  const context = new AskedContext(policyContextOf({ time }, isSigned ? { ...user, principal } : undefined));
  for (const [key, value] of Object.entries(question.context)) context.set(key.toLowerCase(), [value]);
  const request: PolicyRequest = {
    action: 'execute-api:Invoke',
    resource: arn,
    principal: isSigned ? principal : undefined,
    context,
  };
  const asked = askedPolicies(deployment.resourcePolicy, isSigned ? user.policies : []);
  const decision = decide(authorizationType, asked, request);
  const statements = decidingStatements(decision, asked, request);
  return { decision, methodArn: arn, authorizationType, statements, missingKeys: [...context.missing] };
}

function methodOf({ routes }: CompiledDeployment, { path, httpMethod }: InvokeQuestion) {
  const asked = path.replace(/^\/+/, '/');
  const serves = ({ methods }: CompiledResource) => methods.has(httpMethod) || methods.has('ANY');
  const route = routes.match(asked, serves) ?? routes.match(asked);
  if (!route) throw new NothingToDecide('path', `No resource of the deployment matches ${path}`);
  const { methods, path: resourcePath } = route.value;
  const method = methods.get(httpMethod) ?? methods.get('ANY');
  if (!method) throw new NothingToDecide('httpMethod', `${resourcePath} has no method ${httpMethod}`);
  return { method, resourcePath, pathParameters: route.parameters };
}

/** @throws NothingToDecide where an authorizer is asked instead */
function authorizationOf({ authorizationType, httpMethod }: CompiledMethod): 'AWS_IAM' | 'NONE' {
  if (authorizationType === 'AWS_IAM' || authorizationType === 'NONE') return authorizationType;
  throw new NothingToDecide(
    'httpMethod',
    `${httpMethod} is authorized by ${authorizationType}: its authorizer decides, not the policies of users`,
  );
}

interface AskedPolicy {
  policy: Policy;
  index?: number;
}

function askedPolicies(resourcePolicy: Policy | undefined, texts: readonly string[]): AskedPolicy[] {
  const own = texts.map((text, index) => ({ policy: compilePolicy(text, { kind: 'identity' }), index }));
  return resourcePolicy ? [...own, { policy: resourcePolicy }] : own;
}

/** A method without authorization on an API without a policy is anybody's. */
function decide(type: 'AWS_IAM' | 'NONE', asked: AskedPolicy[], request: PolicyRequest): PolicyOutcome {
  if (type === 'NONE' && asked.length === 0) return 'allowed';
  return combineEffects(asked.map(({ policy }) => policy.decide(request)?.effect));
}

/** All that allow, or all that deny; where nothing applies, none. */
function decidingStatements(outcome: PolicyOutcome, asked: AskedPolicy[], request: PolicyRequest) {
  const effect = outcome === 'allowed' ? 'Allow' : 'Deny';
  return asked.flatMap(({ policy, index }) =>
    policy
      .matching(request)
      .filter((decision) => decision.effect === effect)
      .map((decision) => ({ ...decision, ...(index !== undefined && { policy: index }) })),
  );
}
