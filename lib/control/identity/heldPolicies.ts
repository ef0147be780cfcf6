import { eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { attachedPolicies, managedPolicies } from '@/db/schema';
import type { AskedPolicy } from '@/lib/model/identity';
import { awsPolicies } from './awsPolicies';
import { attachedTo, type IamRoleRow } from './findRole';
import type { IamUserRow } from './findUser';

export type HeldPolicy = Pick<AskedPolicy, 'kind' | 'policyName' | 'document'>;

/** What a user's policies say, in the order in which the engine is given them: inline ones, then attached ones. */
export async function heldPolicies(db: Db, { userName, inlinePolicies }: IamUserRow): Promise<HeldPolicy[]> {
  const attached = await db
    .select({ policyName: attachedPolicies.policyName })
    .from(attachedPolicies)
    .where(eq(attachedPolicies.userName, userName))
    .orderBy(attachedPolicies.policyName);
  const names = attached.map(({ policyName }) => policyName);
  const documents = await managedDocuments(db, names);
  return [...inline(inlinePolicies), ...managed(names, documents)];
}

/** The same of a role. */
export async function heldByRole(db: Db, { roleName, inlinePolicies }: IamRoleRow): Promise<HeldPolicy[]> {
  const names = await attachedTo(db, roleName);
  return [...inline(inlinePolicies), ...managed(names, await managedDocuments(db, names))];
}

export const inline = (policies: Record<string, string>): HeldPolicy[] =>
  Object.entries(policies).map(([policyName, document]) => ({ kind: 'inline', policyName, document }));

/** A name that no policy has any more cannot be there: policies are held while they are attached. */
export const managed = (names: readonly string[], documents: ReadonlyMap<string, string>): HeldPolicy[] =>
  names.flatMap((policyName) => {
    const document = documents.get(policyName);
    return document === undefined ? [] : [{ kind: 'managed' as const, policyName, document }];
  });

/** Name -> text of the managed policies that are named; AWS's own are all in it. */
export async function managedDocuments(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  const own = [...awsPolicies.values()].map(({ policyName, document }) => [policyName, document] as const);
  if (names.length === 0) return new Map(own);
  const { policyName, document } = managedPolicies;
  const rows = await db
    .select({ policyName, document })
    .from(managedPolicies)
    .where(inArray(policyName, [...new Set(names)]));
  return new Map([...rows.map((row) => [row.policyName, row.document] as const), ...own]);
}
