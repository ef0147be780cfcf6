'use client';

import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/Button';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { timeColumn } from '@/components/ui/timeColumn';
import { useUrlState } from '@/components/ui/useUrlState';
import { CreateDomainNameDialog } from './CreateDomainNameDialog';
import { domainNameHref } from './domainNameHref';
import type { DomainNameRow } from './domainNameRows';
import { asksRules, routingModeOptions } from './routingModes';

/** All names; Enter or a click opens one, `?create=1` the dialog of a new one. */
export function DomainNameTable({ rows, editable }: { rows: DomainNameRow[]; editable: boolean }) {
  const router = useRouter();
  const [create, setCreate] = useUrlState('create');
  const button = editable && (
    <Button variant="primary" onClick={() => setCreate('1')}>
      Create domain name
    </Button>
  );
  return (
    <>
      <DataTable
        label="Custom domain names"
        rows={rows}
        columns={columns}
        rowKey={({ domainName }) => domainName}
        rowHref={({ domainName }) => domainNameHref(domainName)}
        actions={button}
        empty={
          <EmptyState title="No custom domain name yet" actions={button}>
            With api.example.com and the base path orders, callers ask for api.example.com/orders and never
            see an API's id or stage.
          </EmptyState>
        }
      />
      {editable && create === '1' && (
        <CreateDomainNameDialog
          onClose={() => setCreate('')}
          onMade={(domainName) => {
            setCreate('');
            router.push(domainNameHref(domainName));
          }}
        />
      )}
    </>
  );
}

const columns: Column<DomainNameRow>[] = [
  {
    id: 'name',
    header: 'Domain name',
    fixed: true,
    text: ({ domainName }) => domainName,
    cell: ({ domainName }) => (
      <span title={domainName} className="block max-w-[48ch] truncate font-mono text-small">
        {domainName}
      </span>
    ),
  },
  {
    id: 'basePaths',
    header: 'Base paths',
    text: ({ basePaths }) => basePaths.join(' '),
    cell: ({ basePaths, routingMode }) =>
      basePaths.length === 0 ? (
        <span className="text-muted">{asksRules(routingMode) ? 'None' : 'None: answers 403'}</span>
      ) : (
        <span title={basePaths.join(', ')} className="block max-w-[40ch] truncate font-mono text-small">
          {basePaths.join(', ')}
        </span>
      ),
  },
  {
    id: 'routing',
    header: 'Routing',
    text: ({ routingMode }) => routingModeOptions.find(({ value }) => value === routingMode)?.label,
    cell: ({ routingMode }) => routingModeOptions.find(({ value }) => value === routingMode)?.label,
  },
  {
    id: 'target',
    header: 'Target domain name',
    text: ({ targetDomainName }) => targetDomainName,
    cell: ({ targetDomainName }) => (
      <span title={targetDomainName} className="block max-w-[40ch] truncate font-mono text-small">
        {targetDomainName}
      </span>
    ),
  },
  timeColumn('created', 'Created', ({ createdDate }) => createdDate),
];
