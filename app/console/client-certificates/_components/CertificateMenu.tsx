'use client';

import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import { saveFile } from '@/components/ui/saveFile';
import { type CertificateLine, certificateTitle } from './certificateLines';

export type CertificateTask = 'describe' | 'rotate' | 'delete';

/** What an editor can do with one certificate. */
export function CertificateMenu(props: { line: CertificateLine; onAsk: (task: CertificateTask) => void }) {
  const { line, onAsk } = props;
  const download = () =>
    saveFile(`${line.clientCertificateId}.pem`, 'application/x-pem-file', line.pemEncodedCertificate);
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`Actions for ${certificateTitle(line)}`} className="size-7">
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={[
        { label: 'Download PEM', onSelect: download },
        { label: 'Describe', onSelect: () => onAsk('describe') },
        { label: 'Rotate', onSelect: () => onAsk('rotate') },
        { kind: 'separator' },
        { label: 'Delete', danger: true, onSelect: () => onAsk('delete') },
      ]}
    />
  );
}
