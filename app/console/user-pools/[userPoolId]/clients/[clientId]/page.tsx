import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { awsEndpoint } from '@/app/console/user-pools/awsEndpoint';
import { CopyButton } from '@/components/ui/CopyButton';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { findUserPool } from '../../findUserPool';
import { ClientForm } from './_components/ClientForm';
import { ClientSamples } from './_components/ClientSamples';
import { DeleteClientButton } from './_components/DeleteClientButton';
import { TrySignIn } from './_components/TrySignIn';

export const metadata: Metadata = { title: 'App client' };

type Props = { params: Promise<{ userPoolId: string; clientId: string }> };

export default async function ClientPage({ params }: Props) {
  const { userPoolId, clientId } = await params;
  const { actor, pool, editable } = await findUserPool(userPoolId);
  const [clients, servers] = await Promise.all([
    control().userPools.clients(actor, userPoolId),
    control().userPools.resourceServers(actor, userPoolId),
  ]);
  const client = clients.find((each) => each.clientId === clientId);
  if (!client) notFound();
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHeader
        title={client.clientName}
        meta={<CopyButton value={client.clientId} what="client id" showValue />}
        description={client.generateSecret ? 'It has a secret, which was shown once.' : 'It has no secret.'}
        actions={editable && <DeleteClientButton userPoolId={userPoolId} client={client} />}
      />
      <TrySignIn pool={pool} client={client} editable={editable} />
      <ClientSamples pool={pool} client={client} awsEndpoint={awsEndpoint(pool.issuer)} />
      <ClientForm
        key={client.clientId}
        userPoolId={userPoolId}
        client={client}
        servers={servers}
        editable={editable}
      />
    </div>
  );
}
