import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { iamUsers } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { lockUser } from './findUser';
import { policyNameInput } from './policyNameInput';
import { refusePolicy } from './refusePolicy';

/** Creates or replaces an inline policy; live at once. */
export const putUserPolicy = write(
  { name: 'iam:PutUserPolicy', permission: 'administrator' },
  async ({ db, audit, publish }, userName: string, policyName: string, document: string): Promise<void> => {
    policyNameInput(policyName);
    refusePolicy(document);
    const { inlinePolicies } = await lockUser(db, userName);
    await setInline(db, userName, { ...inlinePolicies, [policyName]: document });
    audit(userName, { policyName, document });
    publish();
  },
);

export const deleteUserPolicy = write(
  { name: 'iam:DeleteUserPolicy', permission: 'administrator' },
  async ({ db, audit, publish }, userName: string, policyName: string): Promise<void> => {
    const { inlinePolicies } = await lockUser(db, userName);
    if (!Object.hasOwn(inlinePolicies, policyName))
      throw new ControlError('NotFoundException', `The user policy with name ${policyName} cannot be found.`);
    const { [policyName]: _gone, ...rest } = inlinePolicies;
    await setInline(db, userName, rest);
    audit(userName, { policyName });
    publish();
  },
);

async function setInline(db: Db, userName: string, inlinePolicies: Record<string, string>): Promise<void> {
  await db.update(iamUsers).set({ inlinePolicies }).where(eq(iamUsers.userName, userName));
}
