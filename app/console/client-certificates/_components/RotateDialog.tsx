'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FormError } from '@/components/ui/FormError';
import { useAction } from '@/components/ui/useAction';
import type { ClientCertificate } from '@/lib/model/clientCertificate';
import { rotateClientCertificate } from '../actions';
import { CertificatePem } from './CertificatePem';
import { type CertificateLine, certificateTitle } from './certificateLines';

/** Says what a rotation does to the calls, then shows the new certificate. */
export function RotateDialog({ line, onClose }: { line: CertificateLine; onClose: () => void }) {
  const [made, setMade] = useState<ClientCertificate | null>(null);
  const action = useAction(rotateClientCertificate);
  const rotate = async () =>
    setMade((await action.run({ clientCertificateId: line.clientCertificateId })) ?? null);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={made ? `Certificate ${made.clientCertificateId}` : `Rotate ${certificateTitle(line)}`}
      footer={
        made ? (
          <Button onClick={onClose}>Close</Button>
        ) : (
          <>
            <Button onClick={onClose}>Keep it</Button>
            <Button variant="primary" busy={action.pending} onClick={() => void rotate()}>
              Rotate certificate
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-3">
        <FormError>{action.rest}</FormError>
        {made ? (
          <>
            <p>
              In place of {line.clientCertificateId} on its stages. The old one stays until you delete it, and
              can be chosen again in a stage's settings.
            </p>
            <CertificatePem pem={made.pemEncodedCertificate} />
          </>
        ) : (
          <RotationEffect line={line} />
        )}
      </div>
    </Dialog>
  );
}

function RotationEffect({ line }: { line: CertificateLine }) {
  if (line.usedBy.length === 0)
    return <p>No stage uses it: a new certificate is made with the same description, and this one stays.</p>;
  return (
    <>
      <p>A new certificate is made, and these stages show it at once:</p>
      <ul className="list-disc pl-5">
        {line.usedBy.map(({ restApiId, stageName, apiName }) => (
          <li key={`${restApiId}/${stageName}`}>
            {apiName} · {stageName}
          </li>
        ))}
      </ul>
      <p className="text-warning">
        Backends that trust the old certificate only refuse their calls until they trust the new one. To have
        them trust both first, generate one, hand it over, then choose it in each stage's settings.
      </p>
    </>
  );
}
