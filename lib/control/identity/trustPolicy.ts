import {
  compileTrustPolicy,
  MalformedPolicy,
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
