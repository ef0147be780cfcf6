import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { Section } from '@/components/ui/Section';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { DeleteApiButton } from './_components/DeleteApiButton';
import { ExportLinks } from './_components/ExportLinks';
import { KeySourceForm } from './_components/KeySourceForm';
import { authorizerWarning } from './_components/keySourceWords';
import { PayloadForm } from './_components/PayloadForm';
import { ReimportForm } from './_components/ReimportForm';
import { SettingsForm } from './_components/SettingsForm';

export const metadata: Metadata = { title: 'Settings' };

export default async function ApiSettingsPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor, api } = await findApi(apiId);
  const [stages, resources, functions] = await Promise.all([
    control().stages.list(actor, apiId),
    control().resources.list(actor, apiId),
    control().functions.list(actor),
  ]);
  const editable = canEdit(actor);
  return (
    <div className="grid max-w-5xl content-start gap-6 p-5">
      <Section title="Details">
        <SettingsForm api={api} editable={editable} />
      </Section>
      <Section
        title="Payloads"
        description="Part of the definition: a change takes effect with the next deployment."
      >
        <PayloadForm api={api} editable={editable} />
      </Section>
      <Section
        title="API keys"
        description="For methods that require a key. Part of the definition: a change takes effect with the next deployment."
      >
        <KeySourceForm
          key={api.apiKeySource}
          restApiId={apiId}
          apiKeySource={api.apiKeySource}
          warning={authorizerWarning(resources)}
          editable={editable}
        />
      </Section>
      <Section
        title="Export"
        description="As Amazon API Gateway exports it. With extensions it can be imported again without loss."
      >
        <ExportLinks restApiId={apiId} stageNames={stages.map((stage) => stage.stageName)} />
      </Section>
      {editable && (
        <Section
          title="Import into this API"
          description="Changes what is not deployed. Stages go on with the deployments that they serve."
        >
          <ReimportForm restApiId={apiId} functionArns={functions.map(({ functionArn }) => functionArn)} />
        </Section>
      )}
      {editable && (
        <Section title="Delete" description="Its stages, deployments and portal pages go with it.">
          <div>
            <DeleteApiButton api={api} />
          </div>
        </Section>
      )}
    </div>
  );
}
