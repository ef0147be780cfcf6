import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { CopyButton } from '@/components/ui/CopyButton';
import { Section } from '@/components/ui/Section';
import { control } from '@/lib/runtime/slot';
import { findHttpApi } from '../findHttpApi';
import { invokeUrl } from '../invokeUrl';
import { DeleteApiButton } from './_components/DeleteApiButton';
import { ExportForm } from './_components/ExportForm';
import { ReimportForm } from './_components/ReimportForm';
import { SettingsForm } from './_components/SettingsForm';

export const metadata: Metadata = { title: 'Settings' };

export default async function HttpApiSettingsPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor, api } = await findHttpApi(apiId);
  const [stages, functions] = await Promise.all([
    control().apis.stages.list(actor, apiId),
    control().functions.list(actor),
  ]);
  const stageNames = stages.map(({ stageName }) => stageName);
  const editable = canEdit(actor);
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-6 p-5">
      <Section title="Call it" description="Each stage answers under its own URL.">
        {stageNames.length === 0 ? (
          <p className="text-muted">No stage serves this API yet.</p>
        ) : (
          <ul className="grid gap-2">
            {stageNames.map((stageName) => (
              <CurlLine key={stageName} stageName={stageName} url={invokeUrl(api, stageName)} />
            ))}
          </ul>
        )}
      </Section>
      <Section title="Details">
        <SettingsForm api={api} editable={editable} />
      </Section>
      <Section
        title="Export"
        description="An OpenAPI 3.0 document. With extensions it can be imported again without loss."
      >
        <ExportForm apiId={apiId} stageNames={stageNames} />
      </Section>
      {editable && (
        <Section
          title="Import into this API"
          description="The API becomes what the document says; routes that it does not name go."
        >
          <ReimportForm apiId={apiId} functionArns={functions.map(({ functionArn }) => functionArn)} />
        </Section>
      )}
      {editable && (
        <Section title="Delete" description="Its stages and deployments go with it.">
          <div>
            <DeleteApiButton apiId={apiId} name={api.name} stageNames={stageNames} />
          </div>
        </Section>
      )}
    </div>
  );
}

function CurlLine({ stageName, url }: { stageName: string; url: string }) {
  const line = `curl -i '${url}/'`;
  return (
    <li className="flex min-w-0 items-center gap-2">
      <code className="min-w-0 truncate rounded-md border bg-panel px-2 py-1 font-mono text-small">
        {line}
      </code>
      <CopyButton value={line} what={`curl line of ${stageName}`} />
    </li>
  );
}
