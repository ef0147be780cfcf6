import type { Metadata } from 'next';
import Link from 'next/link';
import { requireUser } from '@/app/currentActor';
import type { App } from '@/lib/model/portal';
import { control } from '@/lib/runtime/slot';
import { CreateAppButton } from './_components/CreateAppButton';

export const metadata: Metadata = { title: 'Apps' };

export default async function AppsPage() {
  const actor = await requireUser('/apps');
  const apps = await control().portal.apps(actor);
  return (
    <div className="space-y-6">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="space-y-2">
          <h1 className="font-semibold text-3xl tracking-tight">Apps</h1>
          <p className="text-muted">An app holds your subscriptions and keys.</p>
        </div>
        <CreateAppButton />
      </header>
      {apps.length > 0 ? (
        <AppList apps={apps} />
      ) : (
        <p className="border-y py-8 text-muted">
          No app yet. Make one here, or{' '}
          <Link href="/" className="text-accent-ink underline">
            choose an API
          </Link>{' '}
          and subscribe to one of its plans.
        </p>
      )}
    </div>
  );
}

function AppList({ apps }: { apps: App[] }) {
  return (
    <ul className="divide-y border-y">
      {apps.map((app) => (
        <li key={app.id}>
          <Link href={`/apps/${app.id}`} className="-mx-2 block px-2 py-4 hover:bg-hover">
            <span className="block truncate font-medium">{app.name}</span>
            <span className="block text-muted text-small">{summary(app)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function summary(app: App): string {
  const plans = app.subscriptions.filter((each) => each.state === 'ACTIVE').map((each) => each.usagePlanName);
  const waiting = app.subscriptions.filter((each) => each.state === 'PENDING').length;
  const keys = app.keys.filter((key) => key.enabled).length;
  return [
    plans.length > 0 ? plans.join(', ') : 'No plan',
    ...(waiting > 0 ? [`${waiting} waiting for approval`] : []),
    `${keys} ${keys === 1 ? 'key' : 'keys'}`,
  ].join(' · ');
}
