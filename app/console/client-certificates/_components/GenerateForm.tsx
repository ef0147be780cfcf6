'use client';

import type { FormEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { useAction } from '@/components/ui/useAction';
import type { ClientCertificate } from '@/lib/model/clientCertificate';
import { generateClientCertificate } from '../actions';

const fields = ['description'] as const;

export function GenerateForm({ onMade }: { onMade: (certificate: ClientCertificate) => void }) {
  const action = useAction(generateClientCertificate, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const description = String(new FormData(event.currentTarget).get('description') ?? '').trim();
    const made = await action.run(description ? { description } : {});
    if (made) onMade(made);
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <FormError>{action.rest}</FormError>
      <p className="text-muted">Self-signed, RSA 2048, valid for 365 days, as AWS makes them.</p>
      <Field label="Description" error={action.errorOf('description')}>
        <Input name="description" placeholder="Which backends know it" />
      </Field>
      <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
        Generate certificate
      </Button>
    </form>
  );
}
