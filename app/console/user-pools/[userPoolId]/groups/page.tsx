import type { Metadata } from 'next';
import { control } from '@/lib/runtime/slot';
import { findUserPool } from '../findUserPool';
import { GroupTable } from './_components/GroupTable';

export const metadata: Metadata = { title: 'Groups' };

export default async function GroupsPage({ params }: { params: Promise<{ userPoolId: string }> }) {
  const { userPoolId } = await params;
  const { actor, editable } = await findUserPool(userPoolId);
  const [users, groups] = await Promise.all([
    control().userPools.users(actor, userPoolId),
    control().userPools.groups(actor, userPoolId),
  ]);
  const rows = groups.map((name) => ({
    name,
    memberCount: users.filter((user) => user.groups.includes(name)).length,
  }));
  return <GroupTable userPoolId={userPoolId} rows={rows} editable={editable} />;
}
