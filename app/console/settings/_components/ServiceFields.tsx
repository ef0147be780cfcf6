'use client';

import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { KeyValueEditor } from '@/components/ui/KeyValueEditor';
import { Section } from '@/components/ui/Section';
import type { PartProps } from './SettingsFields';
import type { SettingsDraft } from './settingsDraft';

/** Where integrations of the type AWS find their services, and who signs the calls. */
export function ServiceFields({
  draft,
  set,
  errorOf,
  stored,
}: Pick<PartProps, 'draft' | 'set' | 'errorOf'> & { stored: SettingsDraft }) {
  const hasSecret =
    stored.serviceAccessKeyId !== '' && draft.serviceAccessKeyId === stored.serviceAccessKeyId;
  return (
    <Section
      title="AWS services"
      description="Integrations of the type AWS call services such as sqs and dynamodb. A service without a line here is called at AWS; a line sends its calls to a server of your own."
    >
      <fieldset className="grid min-w-0 gap-1">
        <legend className="mb-1 font-medium">Endpoints</legend>
        <KeyValueEditor
          // after saving it shows what was stored
          key={JSON.stringify(stored.serviceEndpoints)}
          what="Service"
          keyLabel="Service name"
          valueLabel="Endpoint"
          value={draft.serviceEndpoints}
          onChange={(serviceEndpoints) => set({ serviceEndpoints })}
          errorOf={(service) => errorOf(`serviceEndpoints.${service}`)}
        />
        <p className="text-muted text-small">
          The name as in the integration's URI, and a base URL: sqs and http://127.0.0.1:9324.
        </p>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Access key id"
          help="Signs the calls. Empty: they go unsigned."
          error={errorOf('serviceAccessKeyId')}
        >
          <Input
            mono
            spellCheck={false}
            autoComplete="off"
            value={draft.serviceAccessKeyId}
            onChange={(event) => set({ serviceAccessKeyId: event.target.value })}
          />
        </Field>
        <Field
          label="Secret access key"
          help={
            hasSecret
              ? 'One is stored. It is never shown; a new one replaces it.'
              : 'Stored encrypted, never shown.'
          }
          error={errorOf('serviceSecretAccessKey')}
        >
          <Input
            type="password"
            autoComplete="new-password"
            value={draft.serviceSecretAccessKey}
            onChange={(event) => set({ serviceSecretAccessKey: event.target.value })}
          />
        </Field>
      </div>
    </Section>
  );
}
