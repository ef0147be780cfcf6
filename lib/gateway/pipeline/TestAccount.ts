import { poolsByArn } from '../authorizers/cognito/Issuers';
import { IdentityBook } from '../authorizers/IdentityBook';
import type { Serving } from '../snapshot/compiled';
import type { AccountDocument, Snapshot, VpcLinkDocument } from '../snapshot/types';

/** What of a publication the tests of undeployed definitions use. */
export interface TestAccount extends Pick<Serving, 'identity' | 'userPools' | 'services'> {
  account: AccountDocument;
  vpcLinks: readonly VpcLinkDocument[];
}

/** Only for tests before the first snapshot: AWS's defaults. */
export const NO_ACCOUNT: TestAccount = {
  account: {
    accountId: '000000000000',
    region: 'us-east-1',
    throttle: { rateLimit: 10_000, burstLimit: 5_000 },
    egressAllowList: [],
  },
  identity: new IdentityBook({}),
  vpcLinks: [],
  userPools: new Map(),
  services: { endpoints: {} },
};

/**
 * Nobody signs a test's call, so that of identities roles are enough.
 * @param before whose compiled policies are taken over
 * @throws Error for keys of a user pool that are none
 */
export function testAccountOf(
  of: Pick<Snapshot, 'account' | 'vpcLinks' | 'userPools' | 'services' | 'iamRoles'>,
  before: IdentityBook,
): TestAccount {
  return {
    account: of.account,
    identity: new IdentityBook(of.iamRoles ? { iamRoles: of.iamRoles } : {}, before),
    vpcLinks: of.vpcLinks ?? [],
    userPools: poolsByArn(of.userPools),
    services: of.services ?? { endpoints: {} },
  };
}
