import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { attachedPolicies, attachedRolePolicies, managedPolicies } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ManagedPolicy } from '@/lib/model/identity';
import { read, write } from '../operation';
import { parse } from '../parse';
import { policyArn } from './arns';
import { awsPolicies } from './awsPolicies';
import { policyNameInput } from './policyNameInput';
import { refusePolicy } from './refusePolicy';

export const listPolicies = read(
  { name: 'iam:ListPolicies', permission: 'administrator' },
  async ({ db, ports }): Promise<ManagedPolicy[]> => {
    const rows = await db.select().from(managedPolicies).orderBy(managedPolicies.policyName);
    const attached = await db.select().from(attachedPolicies).orderBy(attachedPolicies.userName);
    const usersOf = (policyName: string) =>
      attached.filter((each) => each.policyName === policyName).map(({ userName }) => userName);
    return [
      ...rows.map((row) => toPolicy(ports.config.accountId, row, usersOf(row.policyName))),
      ...[...awsPolicies.values()].map((policy) => ({ ...policy, attachedTo: usersOf(policy.policyName) })),
    ];
  },
);

const descriptionInput = z.object({
  description: z.string().trim().max(1_000, 'A description is at most 1,000 characters').optional(),
});

/** Makes one of the account's that is not there yet. */
export const createPolicy = write(
  { name: 'iam:CreatePolicy', permission: 'administrator' },
  async (
    { db, now, ports, audit },
    policyName: string,
    input: { document: string; description?: string },
  ): Promise<ManagedPolicy> => {
    policyNameInput(policyName);
    refuseAwsPolicy(policyName);
    const { description = '' } = parse(descriptionInput, { description: input.description });
    refusePolicy(input.document);
    const [row] = await db
      .insert(managedPolicies)
      .values({
        policyName,
        document: input.document,
        description: description === '' ? null : description,
        createdDate: now,
      })
      .onConflictDoNothing()
      .returning();
    if (!row)
      throw new ControlError(
        'ConflictException',
        `A policy called ${policyName} already exists. Duplicate names are not allowed.`,
      );
    audit(policyName, { document: input.document });
    return toPolicy(ports.config.accountId, row, []);
  },
);

export const putPolicy = write(
  { name: 'iam:PutPolicy', permission: 'administrator' },
  async (
    { db, now, ports, audit, publish },
    policyName: string,
    input: { document: string; description?: string },
  ): Promise<ManagedPolicy> => {
    policyNameInput(policyName);
    refuseAwsPolicy(policyName);
    const { description = '' } = parse(descriptionInput, { description: input.description });
    refusePolicy(input.document);
    const members = { document: input.document, description: description === '' ? null : description };
    const [row] = await db
      .insert(managedPolicies)
      .values({ policyName, ...members, createdDate: now })
      .onConflictDoUpdate({ target: managedPolicies.policyName, set: members })
      .returning();
    if (!row) throw new Error('A policy that was written did not come back');
    const attachedTo = await usersWith(db, policyName);
    audit(policyName, { document: input.document });
    if ((await holdersOf(db, policyName)).length > 0) publish();
    return toPolicy(ports.config.accountId, row, attachedTo);
  },
);

/** Refused while a user or a role has it, as on AWS. */
export const deletePolicy = write(
  { name: 'iam:DeletePolicy', permission: 'administrator' },
  async ({ db, audit }, policyName: string): Promise<void> => {
    refuseAwsPolicy(policyName);
    await lockPolicy(db, policyName);
    const holders = await holdersOf(db, policyName);
    if (holders.length > 0)
      throw new ControlError(
        'ConflictException',
        `Cannot delete a policy attached to entities. It is attached to ${holders.join(', ')}.`,
      );
    await db.delete(managedPolicies).where(eq(managedPolicies.policyName, policyName));
    audit(policyName);
  },
);

/**
 * Held until the transaction ends: nobody deletes it while it is attached, nor attaches it while it is deleted.
 * AWS's own are always there.
 * @throws ControlError NotFoundException
 */
export async function lockPolicy(db: Db, policyName: string): Promise<void> {
  if (awsPolicies.has(policyName)) return;
  const [row] = await db
    .select()
    .from(managedPolicies)
    .where(eq(managedPolicies.policyName, policyName))
    .for('update');
  if (!row) throw new ControlError('NotFoundException', `Policy ${policyName} was not found.`);
}

function refuseAwsPolicy(policyName: string): void {
  if (!awsPolicies.has(policyName)) return;
  const message = `${policyName} is AWS's own policy: attach it as it is, or choose another name`;
  throw new ControlError('ConflictException', message, [{ field: 'policyName', message }]);
}

/** Names of users and roles that have it. */
async function holdersOf(db: Db, policyName: string): Promise<string[]> {
  const roles = await db
    .select({ roleName: attachedRolePolicies.roleName })
    .from(attachedRolePolicies)
    .where(eq(attachedRolePolicies.policyName, policyName))
    .orderBy(attachedRolePolicies.roleName);
  return [...(await usersWith(db, policyName)), ...roles.map(({ roleName }) => roleName)];
}

async function usersWith(db: Db, policyName: string): Promise<string[]> {
  const rows = await db
    .select({ userName: attachedPolicies.userName })
    .from(attachedPolicies)
    .where(eq(attachedPolicies.policyName, policyName))
    .orderBy(attachedPolicies.userName);
  return rows.map(({ userName }) => userName);
}

function toPolicy(
  accountId: string,
  { policyName, document, description, createdDate }: typeof managedPolicies.$inferSelect,
  attachedTo: string[],
): ManagedPolicy {
  return {
    policyName,
    arn: policyArn(accountId, policyName),
    document,
    ...(description !== null && { description }),
    createdDate: createdDate.getTime(),
    attachedTo,
  };
}
