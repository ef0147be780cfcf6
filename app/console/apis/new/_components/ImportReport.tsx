import { Badge } from '@/components/ui/Badge';
import { DataTable } from '@/components/ui/DataTable';
import { FormError } from '@/components/ui/FormError';
import type { ActionFault } from '@/components/ui/useAction';
import type { ImportWarning } from '@/lib/model/openapiReport';

/** What a document holds and what of it is not honoured, by line; or why it was refused, by line. */
export function ImportReport(props: {
  report?: { operationCount: number; warnings: ImportWarning[] };
  fault: ActionFault | null;
}) {
  if (props.fault) return <Refusal fault={props.fault} />;
  if (!props.report) return null;
  const { operationCount, warnings } = props.report;
  return (
    <div className="grid gap-3" role="status">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="success">Can be imported</Badge>
        {operationCount} {operationCount === 1 ? 'operation' : 'operations'},{' '}
        {warnings.length === 0
          ? 'every field honoured'
          : `${warnings.length} ${warnings.length === 1 ? 'field' : 'fields'} not honoured`}
      </p>
      {warnings.length > 0 && (
        <DataTable
          label="Fields not honoured"
          rows={warnings}
          rowKey={(warning) => `${warning.line} ${warning.pointer} ${warning.message}`}
          empty={null}
          columns={[
            {
              id: 'line',
              header: 'Line',
              align: 'right',
              text: (warning) => warning.line,
              cell: (warning) => warning.line,
            },
            {
              id: 'message',
              header: 'What',
              text: (warning) => warning.message,
              cell: (warning) => <span title={warning.message}>{warning.message}</span>,
            },
            {
              id: 'pointer',
              header: 'Where',
              text: (warning) => warning.pointer,
              cell: (warning) => <span className="font-mono text-small">{warning.pointer}</span>,
            },
          ]}
        />
      )}
    </div>
  );
}

function Refusal({ fault }: { fault: ActionFault }) {
  return (
    <FormError>
      <p className="font-medium">Nothing was changed. {fault.message}</p>
      <ul className="mt-1 grid gap-1">
        {fault.fields.map((each) => (
          <li key={`${each.line} ${each.field} ${each.message}`}>
            {each.line !== undefined && <span className="tabular font-medium">Line {each.line}: </span>}
            {each.message}
          </li>
        ))}
      </ul>
    </FormError>
  );
}
