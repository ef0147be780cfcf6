'use client';

import type { FormEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Field } from '@/components/ui/Field';
import { FormError } from '@/components/ui/FormError';
import { Input } from '@/components/ui/Input';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { updateClientCertificate } from '../actions';
import type { CertificateLine } from './certificateLines';

const fields = ['description'] as const;

export function DescribeDialog({ line, onClose }: { line: CertificateLine; onClose: () => void }) {
  const { clientCertificateId } = line;
  const action = useAction(updateClientCertificate, { fields });
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const description = String(new FormData(event.currentTarget).get('description') ?? '').trim();
    if (!(await action.run({ clientCertificateId, description }))) return;
    toast('Description saved');
    onClose();
  }
  return (
    <Dialog open onOpenChange={onClose} title={`Describe ${clientCertificateId}`}>
      <form onSubmit={submit} className="grid gap-4">
        <FormError>{action.rest}</FormError>
        <Field label="Description" error={action.errorOf('description')}>
          <Input name="description" defaultValue={line.description} />
        </Field>
        <Button type="submit" variant="primary" busy={action.pending} className="justify-self-start">
          Save description
        </Button>
      </form>
    </Dialog>
  );
}
