import {
  compilePolicy,
  MalformedPolicy,
  type Policy,
  type PolicyPrincipal,
  type PolicyRequest,
} from '@gatehouse/gateway/identity';
import { badRequest } from '../parse';

const field = 'document';

/**
 * Checks who may assume a role. @throws ControlError BadRequestException for the field `document`
 */
export function refuseTrustPolicy(document: string): void {
  try {
    compileTrustPolicy(document);
  } catch (error) {
    if (!(error instanceof MalformedPolicy)) throw error;
    throw badRequest({ field, message: error.message });
  }
}

/** Whether the policy lets a principal of this account in: because it names that one, or the whole account. */
export function trusts(
  document: string,
  principal: PolicyPrincipal,
  context: PolicyRequest['context'],
): 'principal' | 'account' | 'nobody' {
  const policy = compileTrustPolicy(document);
  const decide = (asker: PolicyPrincipal) =>
    policy.decide({ action: 'sts:AssumeRole', resource: '*', principal: asker, context })?.effect;
  if (decide(principal) !== 'Allow') return 'nobody';
  // One whom no policy names: what lets it in lets the account in.
  const { accountId } = principal;
  const nameless = { arn: `arn:aws:iam::${accountId}:user/`, accountId };
  return decide(nameless) === 'Allow' ? 'account' : 'principal';
}

/** A trust policy has no Resource: it speaks of its own role. @throws MalformedPolicy */
function compileTrustPolicy(document: string): Policy {
  const source = readObject(document);
  const statements = [source.Statement].flat().map((statement, index) => {
    if (typeof statement !== 'object' || statement === null)
      throw new MalformedPolicy(`Statement[${index}]`, 'must be an object');
    if ('Resource' in statement || 'NotResource' in statement)
      throw new MalformedPolicy(`Statement[${index}]`, 'Has prohibited field Resource');
    return { ...statement, Resource: '*' };
  });
  return compilePolicy(JSON.stringify({ ...source, Statement: statements }), { kind: 'resource' });
}

function readObject(document: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(document);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Told below.
  }
  throw new MalformedPolicy('', 'The policy is not an object in JSON');
}
