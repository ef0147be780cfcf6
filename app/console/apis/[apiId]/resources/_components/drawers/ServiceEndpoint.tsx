'use client';

import { useId } from 'react';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { readServiceUri, type ServiceUri, serviceUri } from '../integration/serviceUri';
import { BackendMethodField } from './BackendMethodField';
import type { IntegrationRequestValue } from './boxValues';
import { CredentialsField } from './CredentialsField';
import { TimeoutField } from './TimeoutField';

const services = ['dynamodb', 'events', 'firehose', 'kinesis', 's3', 'sns', 'sqs', 'ssm', 'states'];
const kinds = [
  { value: 'action', label: 'Action: by its name' },
  { value: 'path', label: 'Path: as its HTTP API has it' },
];
const nothing: ServiceUri = { region: 'us-east-1', service: '', kind: 'path', rest: '' };

/** Which API of AWS is called: the parts of its URI. */
export function ServiceEndpoint(props: DraftForm<IntegrationRequestValue>) {
  const { value, set, errorOf, readOnly } = props;
  const servicesId = useId();
  const uri = readServiceUri(value.uri ?? '') ?? nothing;
  const change = (part: Partial<ServiceUri>) => set({ ...value, uri: serviceUri({ ...uri, ...part }) });
  const text = (part: 'region' | 'service' | 'rest') => ({
    mono: true,
    spellCheck: false,
    readOnly,
    value: uri[part],
    onChange: ({ target }: { target: { value: string } }) => change({ [part]: target.value }),
  });
  const isAction = uri.kind === 'action';
  const isWhole = uri.region !== '' && uri.service !== '' && uri.rest !== '';
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Service" help="As it stands in its host; a bucket before it, as pictures.s3.">
          <Input {...text('service')} list={servicesId} placeholder="dynamodb" />
        </Field>
        <Field label="Region" help="Signed for; the settings may name another endpoint.">
          <Input {...text('region')} placeholder="us-east-1" />
        </Field>
        <Field label="Call by">
          <Select
            options={kinds}
            value={uri.kind}
            disabled={readOnly}
            onChange={({ target }) => change({ kind: target.value === 'action' ? 'action' : 'path' })}
          />
        </Field>
        <Field
          label={isAction ? 'Action' : 'Path'}
          error={
            errorOf('uri') && (isWhole ? errorOf('uri') : 'Service, region and what is called are needed')
          }
          help={
            isAction
              ? 'Sent as X-Amz-Target to dynamodb, kinesis, ssm and states, else as ?Action=.'
              : 'Takes {pathParam} for each path parameter mapped below.'
          }
        >
          <Input {...text('rest')} placeholder={isAction ? 'PutItem' : '123456789012/orders'} />
        </Field>
      </div>
      <datalist id={servicesId}>
        {services.map((service) => (
          <option key={service} value={service} />
        ))}
      </datalist>
      <div className="flex flex-wrap gap-3">
        <BackendMethodField {...props} />
        <TimeoutField {...props} />
      </div>
      <CredentialsField {...props} />
    </>
  );
}
