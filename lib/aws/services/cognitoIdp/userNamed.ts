import { z } from 'zod';
import type { Control } from '@/lib/control/control';
import { canonicalName } from '@/lib/control/userPools/users/readPoolUsers';
import type { PoolUser } from '@/lib/model/userPool';
import { AwsError } from '../../AwsError';
import type { OperationCall } from '../../Service';
import { ofPool, text } from './inputOf';

export const ofUser = { ...ofPool, Username: text };
export const oneUser = z.strictObject(ofUser);

/** By user name or `sub`. @throws AwsError UserNotFoundException */
export async function userNamed(
  { actor }: OperationCall,
  userPools: Control['userPools'],
  { UserPoolId, Username }: z.output<typeof oneUser>,
): Promise<PoolUser> {
  const all = await userPools.users(actor, UserPoolId);
  const name = canonicalName(Username);
  const found = all.find(({ id, username }) => username === name || id === Username);
  if (found) return found;
  throw new AwsError('UserNotFoundException', 'User does not exist.');
}
