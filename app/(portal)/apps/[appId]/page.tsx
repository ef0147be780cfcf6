import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireUser } from '@/app/currentActor';
import { isControlError } from '@/lib/model/ControlError';
import type { App } from '@/lib/model/portal';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { DeleteAppButton } from './_components/DeleteAppButton';
import { KeyList } from './_components/KeyList';
import { SubscriptionList } from './_components/SubscriptionList';

export const metadata: Metadata = { title: 'App' };

export default async function AppPage({ params }: { params: Promise<{ appId: string }> }) {
  const { appId } = await params;
  const app = await findApp(await requireUser(`/apps/${appId}`), appId);
  return (
    <div className="space-y-10">
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="text-small">
            <Link href="/apps" className="text-accent-ink underline">
              Apps
            </Link>
          </p>
          <h1 className="break-words font-semibold text-3xl tracking-tight">{app.name}</h1>
          {app.description && <p className="text-muted">{app.description}</p>}
        </div>
        <div className="flex gap-4">
          <Link href={`/usage?app=${app.id}`} className="text-accent-ink underline">
            Usage
          </Link>
          <DeleteAppButton app={app} />
        </div>
      </header>
      <KeyList app={app} />
      <SubscriptionList subscriptions={app.subscriptions} />
    </div>
  );
}

async function findApp(actor: Actor, appId: string): Promise<App> {
  try {
    return await control().portal.app(actor, appId);
  } catch (error) {
    if (isControlError(error)) notFound();
    throw error;
  }
}
