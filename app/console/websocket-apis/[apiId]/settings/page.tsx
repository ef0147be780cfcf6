import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { CopyButton } from '@/components/ui/CopyButton';
import { Section } from '@/components/ui/Section';
import { findWebSocketApi } from '../findWebSocketApi';
import { DeleteApiButton } from './_components/DeleteApiButton';
import { SettingsForm } from './_components/SettingsForm';

export const metadata: Metadata = { title: 'Settings' };

export default async function WebSocketSettingsPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor, api } = await findWebSocketApi(apiId);
  const editable = canEdit(actor);
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-6 p-5">
      <Section title="Endpoint" description="Clients connect to it with the name of a stage behind it.">
        <div className="min-w-0">
          <CopyButton value={api.apiEndpoint} what="endpoint" showValue className="-ml-1" />
        </div>
      </Section>
      <Section
        title="Details"
        description="The two expressions and validation take effect with the next deployment."
      >
        <SettingsForm api={api} editable={editable} />
      </Section>
      {editable && (
        <Section title="Delete" description="Its routes, stages and deployments go with it.">
          <div>
            <DeleteApiButton apiId={apiId} name={api.name} />
          </div>
        </Section>
      )}
    </div>
  );
}
