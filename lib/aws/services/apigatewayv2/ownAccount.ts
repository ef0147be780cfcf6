import { z } from 'zod';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { label, queryMembers } from './inputOf';

const owner = z.object({ resourceOwnerAccountId: z.string().optional() });

/**
 * Id of the product that a call names. This installation is one account: no other shares anything with it.
 * @throws AwsError NotFoundException for the products of another account
 */
export function ownProductId(call: OperationCall): string {
  const { resourceOwnerAccountId = call.door.accountId } = queryMembers(call, owner);
  if (resourceOwnerAccountId !== call.door.accountId)
    throw new AwsError(
      'NotFoundException',
      `Account ${resourceOwnerAccountId.slice(0, 20)} shares no product`,
    );
  return label(call, 'portalProductId');
}
