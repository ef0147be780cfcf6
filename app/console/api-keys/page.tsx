import type { Metadata } from 'next';
import { requireConsole } from '@/app/currentActor';
import { PageHeader } from '@/components/ui/PageHeader';
import { control } from '@/lib/runtime/slot';
import { canEdit } from '../canEdit';
import { ApiKeyTable } from './_components/ApiKeyTable';
import { CreateApiKeyButton } from './_components/CreateApiKeyButton';
import { keyLines } from './_components/keyLines';

export const metadata: Metadata = { title: 'API keys' };

export default async function ApiKeysPage() {
  const actor = await requireConsole();
  const [keys, plans, subscriptions] = await Promise.all([
    control().apiKeys.list(actor),
    control().usagePlans.list(actor),
    control().portal.subscriptions(actor),
  ]);
  const editable = canEdit(actor);
  return (
    <div className="grid gap-4 p-5">
      <PageHeader
        title="API keys"
        description="Callers send a key in the x-api-key header. It opens methods that require one, on the stages of its usage plans."
        actions={editable && <CreateApiKeyButton plans={plans.map(({ id, name }) => ({ id, name }))} />}
      />
      <ApiKeyTable keys={keyLines(keys, plans, subscriptions)} editable={editable} />
    </div>
  );
}
