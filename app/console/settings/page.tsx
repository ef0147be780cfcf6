import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { isAdministrator } from '../canEdit';
import { SettingsForm } from './_components/SettingsForm';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const actor = await requireConsole();
  if (!isAdministrator(actor)) {
    return (
      <Notice kind="denied" title="Settings are for administrators">
        An administrator can change your role.
      </Notice>
    );
  }
  const [settings, pools] = await Promise.all([
    control().settings.get(actor),
    control().userPools.list(actor),
  ]);
  return (
    <div className="grid max-w-3xl gap-4 p-5">
      <PageHeader
        title="Settings"
        description="Of this installation. They are in force as soon as they are saved."
      />
      <SettingsForm settings={settings} pools={pools.map(({ id, name }) => ({ id, name }))} />
    </div>
  );
}
