import { compileConditions } from './compileCondition';
import type { PolicyRequest } from './PolicyRequest';

/** One statement of a function's resource policy, as AddPermission writes it; it always allows. */
export interface FunctionStatement {
  Principal: '*' | { Service: string } | { AWS: string };
  /** `lambda:InvokeFunction`, `lambda:*`, `*`, or one that calls of functions have nothing to do with */
  Action: string;
  Condition?: Record<string, Record<string, string>>;
}

/** Whether an API, as `arn:aws:execute-api:{region}:{account}:{apiId}/...`, may invoke the function. */
export type FunctionPermissions = (sourceArn: string) => boolean;

const ACTIONS = new Set(['lambda:invokefunction', 'lambda:*', '*']);
const SERVICE = 'apigateway.amazonaws.com';
/** More than the methods that call one function; the ARNs are of our own definitions, not of callers. */
const MOST_REMEMBERED = 1_000;

/**
 * The policy of a function, a version or an alias, ready to be asked. What was asked once is answered from memory. An
 * API calls as the service: a statement for an account is for its users and roles, and lets no API in
 * (https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services).
 * @param accountId of this installation, which its APIs are of
 */
export function compileFunctionPermissions(
  statements: readonly FunctionStatement[],
  accountId: string,
): FunctionPermissions {
  const asked = new Map<string, boolean>();
  const compiled = statements
    .filter(speaksOfInvoking)
    .map(({ Condition }) => compileConditions(Condition, false, 'Condition'));
  return (sourceArn) => {
    const known = asked.get(sourceArn);
    if (known !== undefined) return known;
    const request = requestOf(sourceArn, accountId);
    const answer = compiled.some((conditions) => conditions.every((condition) => condition(request)));
    if (asked.size >= MOST_REMEMBERED) asked.clear();
    asked.set(sourceArn, answer);
    return answer;
  };
}

function speaksOfInvoking({ Principal, Action }: FunctionStatement): boolean {
  if (!ACTIONS.has(Action.toLowerCase())) return false;
  if (Principal === '*') return true;
  return 'Service' in Principal ? Principal.Service === SERVICE : Principal.AWS === '*';
}

function requestOf(sourceArn: string, accountId: string): PolicyRequest {
  return {
    action: 'lambda:InvokeFunction',
    resource: '',
    principal: undefined,
    context: new Map([
      ['aws:sourcearn', [sourceArn]],
      ['aws:sourceaccount', [accountId]],
    ]),
  };
}
