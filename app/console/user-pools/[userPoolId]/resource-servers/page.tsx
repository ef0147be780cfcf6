import type { Metadata } from 'next';
import { control } from '@/lib/runtime/slot';
import { findUserPool } from '../findUserPool';
import { ResourceServerTable } from './_components/ResourceServerTable';

export const metadata: Metadata = { title: 'Resource servers' };

export default async function ResourceServersPage({ params }: { params: Promise<{ userPoolId: string }> }) {
  const { userPoolId } = await params;
  const { actor, editable } = await findUserPool(userPoolId);
  const [servers, clients] = await Promise.all([
    control().userPools.resourceServers(actor, userPoolId),
    control().userPools.clients(actor, userPoolId),
  ]);
  const rows = servers.map((server) => ({
    ...server,
    clientNames: clients
      .filter(({ allowedOAuthScopes }) =>
        allowedOAuthScopes.some((scope) => scope.startsWith(`${server.identifier}/`)),
      )
      .map(({ clientName }) => clientName),
  }));
  return <ResourceServerTable userPoolId={userPoolId} rows={rows} editable={editable} />;
}
