import { and, eq } from 'drizzle-orm';
import { attachedPolicies } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../operation';
import { lockUser } from './findUser';
import { lockPolicy } from './managedPolicies';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const POLICIES_PER_USER = 10;

/** Attaching twice changes nothing, as on AWS. */
export const attachPolicy = write(
  { name: 'iam:AttachUserPolicy', permission: 'administrator' },
  async ({ db, audit, publish }, userName: string, policyName: string): Promise<void> => {
    await lockUser(db, userName);
    await lockPolicy(db, policyName);
    const present = await db.select().from(attachedPolicies).where(eq(attachedPolicies.userName, userName));
    const others = present.filter((each) => each.policyName !== policyName);
    if (others.length >= POLICIES_PER_USER)
      throw new ControlError(
        'LimitExceededException',
        `Cannot exceed quota for PoliciesPerUser: ${POLICIES_PER_USER}`,
      );
    await db.insert(attachedPolicies).values({ userName, policyName }).onConflictDoNothing();
    audit(userName, { policyName });
    publish();
  },
);

export const detachPolicy = write(
  { name: 'iam:DetachUserPolicy', permission: 'administrator' },
  async ({ db, audit, publish }, userName: string, policyName: string): Promise<void> => {
    const gone = await db
      .delete(attachedPolicies)
      .where(and(eq(attachedPolicies.userName, userName), eq(attachedPolicies.policyName, policyName)))
      .returning();
    if (gone.length === 0)
      throw new ControlError('NotFoundException', `Policy ${policyName} is not attached to ${userName}.`);
    audit(userName, { policyName });
    publish();
  },
);
