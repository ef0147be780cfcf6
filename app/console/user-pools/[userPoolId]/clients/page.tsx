import type { Metadata } from 'next';
import { control } from '@/lib/runtime/slot';
import { findUserPool } from '../findUserPool';
import { ClientTable } from './_components/ClientTable';

export const metadata: Metadata = { title: 'App clients' };

export default async function ClientsPage({ params }: { params: Promise<{ userPoolId: string }> }) {
  const { userPoolId } = await params;
  const { actor, editable } = await findUserPool(userPoolId);
  const [clients, servers] = await Promise.all([
    control().userPools.clients(actor, userPoolId),
    control().userPools.resourceServers(actor, userPoolId),
  ]);
  return <ClientTable userPoolId={userPoolId} clients={clients} servers={servers} editable={editable} />;
}
