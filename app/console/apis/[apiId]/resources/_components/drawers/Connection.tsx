'use client';

import Link from 'next/link';
import type { DraftForm } from '@/components/console/drafts/DraftForm';
import { Field } from '@/components/ui/Field';
import { Input } from '@/components/ui/Input';
import { Select } from '@/components/ui/Select';
import { Switch } from '@/components/ui/Switch';
import { useWorkspace } from '../Workspace';
import type { IntegrationRequestValue } from './boxValues';

const connections = [
  { value: 'INTERNET', label: 'Internet: the URI’s host is called' },
  { value: 'VPC_LINK', label: 'VPC link: its targets are called' },
];
/** stands for a link that the stage chooses */
const byVariable = '${stageVariables.';

/** The way to the backend: open or through a VPC link, and whom its certificate must be signed by. */
export function Connection(props: DraftForm<IntegrationRequestValue>) {
  const { value, set, errorOf, readOnly } = props;
  const { vpcLinks } = useWorkspace();
  const viaLink = value.connectionType === 'VPC_LINK';
  const choose = (connection: string) => {
    const { connectionType: _type, connectionId: _id, ...rest } = value;
    const [first] = vpcLinks;
    if (connection !== 'VPC_LINK') set(rest);
    else set({ ...rest, connectionType: 'VPC_LINK', connectionId: first?.id ?? `${byVariable}vpcLinkId}` });
  };
  return (
    <>
      <Field label="Connection" error={errorOf('connectionType')}>
        <Select
          options={connections}
          value={viaLink ? 'VPC_LINK' : 'INTERNET'}
          disabled={readOnly}
          onChange={(event) => choose(event.target.value)}
        />
      </Field>
      {viaLink && <LinkFields {...props} />}
      <Field
        inline
        label="Skip the certificate authority check"
        help="For https backends whose certificate no known authority signed. Expiry and host name are still checked."
      >
        <Switch
          checked={value.tlsConfig?.insecureSkipVerification ?? false}
          disabled={readOnly}
          onCheckedChange={(insecureSkipVerification) => {
            const { tlsConfig: _tls, ...rest } = value;
            set(insecureSkipVerification ? { ...rest, tlsConfig: { insecureSkipVerification } } : rest);
          }}
        />
      </Field>
    </>
  );
}

function LinkFields({ value, set, errorOf, readOnly }: DraftForm<IntegrationRequestValue>) {
  const { vpcLinks } = useWorkspace();
  const { connectionId = '' } = value;
  const variable = connectionId.startsWith(byVariable);
  const known = vpcLinks.some(({ id }) => id === connectionId);
  const options = [
    ...vpcLinks.map(({ id, name }) => ({ value: id, label: `${name} (${id})` })),
    ...(known || variable ? [] : [{ value: connectionId, label: `${connectionId}: no such link` }]),
    { value: byVariable, label: 'The stage chooses, by a stage variable' },
  ];
  const change = (id: string) => set({ ...value, connectionId: id });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label="VPC link"
        error={variable ? undefined : errorOf('connectionId')}
        help={
          <>
            The URI gives Host and path.{' '}
            <Link href="/console/vpc-links" className="text-accent-ink underline">
              VPC links
            </Link>
          </>
        }
      >
        <Select
          options={options}
          value={variable ? byVariable : connectionId}
          disabled={readOnly}
          onChange={({ target }) =>
            change(target.value === byVariable ? `${byVariable}vpcLinkId}` : target.value)
          }
        />
      </Field>
      {variable && (
        <Field label="Stage variable" help="Its value is the link’s id." error={errorOf('connectionId')}>
          <Input
            mono
            value={connectionId.slice(byVariable.length).replace(/\}$/, '')}
            readOnly={readOnly}
            onChange={(event) => change(`${byVariable}${event.target.value}}`)}
          />
        </Field>
      )}
    </div>
  );
}
