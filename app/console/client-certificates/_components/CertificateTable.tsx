'use client';

import { useState } from 'react';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { CertificateMenu, type CertificateTask } from './CertificateMenu';
import { certificateColumns } from './certificateColumns';
import type { CertificateLine } from './certificateLines';
import { DeleteCertificateDialog } from './DeleteCertificateDialog';
import { DescribeDialog } from './DescribeDialog';
import { RotateDialog } from './RotateDialog';

/** All client certificates; what needs a question opens as a dialog over the table. */
export function CertificateTable(props: { lines: CertificateLine[]; editable: boolean }) {
  const [asked, setAsked] = useState<{ task: CertificateTask; line: CertificateLine } | null>(null);
  const close = () => setAsked(null);
  const menu = (line: CertificateLine) => (
    <CertificateMenu line={line} onAsk={(task) => setAsked({ task, line })} />
  );
  return (
    <>
      <DataTable
        label="Client certificates"
        rows={props.lines}
        columns={certificateColumns(props.editable ? menu : undefined)}
        rowKey={(line) => line.clientCertificateId}
        empty={
          <EmptyState title="No client certificate yet">
            Generate one, give its PEM to a backend, and choose it in the settings of a stage.
          </EmptyState>
        }
      />
      {asked?.task === 'describe' && <DescribeDialog line={asked.line} onClose={close} />}
      {asked?.task === 'rotate' && <RotateDialog line={asked.line} onClose={close} />}
      {asked?.task === 'delete' && <DeleteCertificateDialog line={asked.line} onClose={close} />}
    </>
  );
}
