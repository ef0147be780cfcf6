import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/Badge';
import { CopyButton } from '@/components/ui/CopyButton';
import type { Column } from '@/components/ui/DataTable';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { timeColumn } from '@/components/ui/timeColumn';
import type { CertificateLine } from './certificateLines';

/** @param menu the line's actions; absent for viewers */
export function certificateColumns(
  menu?: (certificate: CertificateLine) => ReactNode,
): Column<CertificateLine>[] {
  const actions: Column<CertificateLine> = {
    id: 'actions',
    header: 'Actions',
    width: '11ch',
    fixed: true,
    cell: (certificate) => menu?.(certificate),
  };
  return menu ? [...columns, actions] : columns;
}

const columns: Column<CertificateLine>[] = [
  {
    id: 'id',
    header: 'Id',
    fixed: true,
    width: '14ch',
    className: 'min-w-[14ch]',
    text: (line) => line.clientCertificateId,
    cell: (line) => (
      <CopyButton value={line.clientCertificateId} what="certificate id" showValue className="-ml-1" />
    ),
  },
  {
    id: 'description',
    header: 'Description',
    text: (line) => line.description,
    cell: (line) => (
      <span title={line.description} className="block max-w-[40ch] truncate">
        {line.description || <span className="text-muted">None</span>}
      </span>
    ),
  },
  {
    id: 'ends',
    header: 'Ends',
    text: (line) => new Date(line.expirationDate).toISOString(),
    cell: (line) => <Expiry line={line} />,
  },
  {
    id: 'stages',
    header: 'Stages',
    text: (line) => line.usedBy.map(({ apiName, stageName }) => `${apiName} ${stageName}`).join(', '),
    cell: (line) => <StageLinks line={line} />,
  },
  {
    id: 'pem',
    header: 'Certificate',
    width: '13ch',
    cell: (line) => (
      <CopyButton value={line.pemEncodedCertificate} what={`PEM of ${line.clientCertificateId}`} />
    ),
  },
  timeColumn('created', 'Created', (line) => line.createdDate, { hidden: true }),
];

function Expiry({ line }: { line: CertificateLine }) {
  const time = <RelativeTime time={line.expirationDate} />;
  if (line.expiry === 'valid') return time;
  return (
    <Badge tone={line.expiry === 'expired' ? 'danger' : 'warning'}>
      <TriangleAlert aria-hidden />
      {line.expiry === 'expired' ? 'Ended' : 'Ends'}&nbsp;{time}
    </Badge>
  );
}

function StageLinks({ line }: { line: CertificateLine }) {
  if (line.usedBy.length === 0) return <span className="text-muted">None</span>;
  return (
    <ul className="grid">
      {line.usedBy.map(({ restApiId, stageName, apiName }) => (
        <li key={`${restApiId}/${stageName}`}>
          <Link
            href={`/console/apis/${restApiId}/stages?stage=${encodeURIComponent(stageName)}&tab=settings`}
            title={`${apiName} · ${stageName}`}
            className="block max-w-[32ch] truncate underline underline-offset-2 hover:text-accent-ink"
          >
            {apiName} · {stageName}
          </Link>
        </li>
      ))}
    </ul>
  );
}
