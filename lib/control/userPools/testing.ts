/** User pools for tests whose passwords are quick to try; how passwords are hashed is tested beside it. */
import { beforeEach } from 'vitest';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { createPasswords } from '../users/createPasswords';
import { userPoolsOperations } from './userPoolsOperations';

export const quickUserPools = (context: ControlContext): Control['userPools'] =>
  userPoolsOperations(context, { passwords: createPasswords({ logN: 4, r: 8, p: 1 }) });

/** The same for each test of a testControl, which must have been called before. */
export function testUserPools(kit: ControlContext): () => Control['userPools'] {
  let made: Control['userPools'];
  beforeEach(() => {
    made = quickUserPools(kit);
  });
  return () => made;
}
