import type { Metadata } from 'next';
import { control } from '@/lib/runtime/slot';
import { findUserPool } from '../findUserPool';
import { PoolUserTable } from './_components/PoolUserTable';

export const metadata: Metadata = { title: 'Pool users' };

export default async function PoolUsersPage({ params }: { params: Promise<{ userPoolId: string }> }) {
  const { userPoolId } = await params;
  const { actor, pool, editable } = await findUserPool(userPoolId);
  const [users, groups] = await Promise.all([
    control().userPools.users(actor, userPoolId),
    control().userPools.groups(actor, userPoolId),
  ]);
  return <PoolUserTable pool={pool} users={users} groups={groups} editable={editable} />;
}
