'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useUrlState } from '@/components/ui/useUrlState';
import type { ClientCertificate } from '@/lib/model/clientCertificate';
import { CertificatePem } from './CertificatePem';
import { GenerateForm } from './GenerateForm';

/** `?create=1` opens the dialog too; after the generation it shows the certificate to hand on. */
export function GenerateButton() {
  const [create, setCreate] = useUrlState('create');
  const [made, setMade] = useState<ClientCertificate | null>(null);
  const toggle = (open: boolean) => {
    setCreate(open ? '1' : '');
    setMade(null);
  };
  return (
    <>
      <Button variant="primary" onClick={() => toggle(true)}>
        Generate certificate
      </Button>
      <Dialog
        open={create === '1'}
        onOpenChange={toggle}
        title={made ? `Certificate ${made.clientCertificateId}` : 'Generate client certificate'}
        footer={made && <Button onClick={() => toggle(false)}>Close</Button>}
      >
        {made ? (
          <div className="grid gap-3">
            <p>
              Have your backends trust it, then choose it in the settings of a stage. It can be copied here at
              any time.
            </p>
            <CertificatePem pem={made.pemEncodedCertificate} />
          </div>
        ) : (
          <GenerateForm onMade={setMade} />
        )}
      </Dialog>
    </>
  );
}
