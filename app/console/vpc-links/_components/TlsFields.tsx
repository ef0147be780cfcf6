'use client';

import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Section } from '@/components/ui/Section';
import { Textarea } from '@/components/ui/Textarea';
import type { LinkPartProps } from './VpcLinkForm';

const pemOf = (label: string) => `-----BEGIN ${label}-----`;

/** Whom the gateway trusts and what it shows to the targets. A stored key is never shown again. */
export function TlsFields(props: LinkPartProps) {
  const { draft, set, errorOf } = props;
  return (
    <Section
      title="TLS to the targets"
      description="Of integrations whose URI begins with https. All in PEM."
    >
      <div className="grid max-w-2xl gap-4">
        <Field
          label="Authorities"
          help="Certificates to trust instead of the system's. Empty: the system's."
          error={errorOf('caCertificate')}
        >
          <PemArea
            value={draft.caCertificate}
            placeholder={pemOf('CERTIFICATE')}
            onChange={(caCertificate) => set({ caCertificate })}
          />
        </Field>
        <Field
          label="Certificate"
          help="Shown to targets that ask for one (mutual TLS). It needs its private key."
          error={errorOf('certificate')}
        >
          <PemArea
            value={draft.certificate}
            placeholder={pemOf('CERTIFICATE')}
            onChange={(certificate) => set({ certificate })}
          />
        </Field>
        {draft.privateKey === null ? (
          <StoredKey {...props} />
        ) : (
          <Field
            label="Private key"
            help="Kept encrypted and never shown again."
            error={errorOf('privateKey')}
          >
            <PemArea
              value={draft.privateKey}
              placeholder={pemOf('PRIVATE KEY')}
              onChange={(privateKey) => set({ privateKey })}
            />
          </Field>
        )}
      </div>
    </Section>
  );
}

function StoredKey({ set, errorOf, editable }: LinkPartProps) {
  const error = errorOf('privateKey');
  return (
    <div className="grid gap-1">
      <p className="font-medium">Private key</p>
      <p className="flex flex-wrap items-center gap-3 text-muted">
        Stored, and never shown again. It goes with its certificate.
        {editable && (
          <Button size="sm" onClick={() => set({ privateKey: '' })}>
            Replace key
          </Button>
        )}
      </p>
      {error && (
        <p role="alert" className="text-danger text-small">
          {error}
        </p>
      )}
    </div>
  );
}

function PemArea(props: { value: string; placeholder: string; onChange: (value: string) => void }) {
  return (
    <Textarea
      mono
      rows={4}
      spellCheck={false}
      placeholder={props.placeholder}
      className="text-small"
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
