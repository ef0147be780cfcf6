'use client';

import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import { deleteClientCertificate } from '../actions';
import { type CertificateLine, certificateTitle } from './certificateLines';

/** Names the certificate and the stages that show it: while there is one, the operation refuses. */
export function DeleteCertificateDialog({ line, onClose }: { line: CertificateLine; onClose: () => void }) {
  const { clientCertificateId } = line;
  const action = useAction(deleteClientCertificate);
  const stages = line.usedBy.map(({ apiName, stageName }) => `${apiName} · ${stageName}`).join(', ');
  return (
    <ConfirmDelete
      open
      onOpenChange={onClose}
      what="client certificate"
      name={certificateTitle(line)}
      error={action.rest}
      onDelete={async () => Boolean(await action.run({ clientCertificateId }))}
    >
      <p>
        {stages
          ? `Used by ${stages}. Choose another certificate, or none, in their settings first.`
          : 'No stage uses it. Its private key is deleted with it and cannot be brought back.'}
      </p>
    </ConfirmDelete>
  );
}
