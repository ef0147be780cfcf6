import { Badge } from '@/components/ui/Badge';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { FormError } from '@/components/ui/FormError';
import type { ActionFault } from '@/components/ui/useAction';
import type { ImportWarning } from '@/lib/model/openapiReport';

interface Warnings {
  operationCount: number;
  warnings: ImportWarning[];
}
type OnLine = (line: number) => void;

/** What a document holds and what of it is not honoured, by line; or why it was refused, by line. */
export function ImportReport(props: { report?: Warnings; fault: ActionFault | null; onLine: OnLine }) {
  if (props.fault) return <Refusal fault={props.fault} onLine={props.onLine} />;
  if (!props.report)
    return (
      <p className="max-w-[60ch] text-muted">
        Check reads the document without writing anything, and lists here every field that Gatehouse would not
        honour, with its line. Import does the same and then creates what the document says.
      </p>
    );
  const { operationCount, warnings } = props.report;
  return (
    <div className="grid min-w-0 gap-3" role="status">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="success">Can be imported</Badge>
        <span>{summary(operationCount, warnings.length)}</span>
      </p>
      {warnings.length > 0 && (
        <DataTable
          label="Fields not honoured"
          urlPrefix="fields-"
          rows={warnings}
          rowKey={(warning) => `${warning.line} ${warning.pointer} ${warning.message}`}
          columns={columns(props.onLine)}
          className="max-h-[50vh]"
          empty={null}
        />
      )}
    </div>
  );
}

const summary = (operations: number, warnings: number) =>
  [
    `${operations} ${operations === 1 ? 'operation' : 'operations'}`,
    warnings === 0
      ? 'every field honoured'
      : `${warnings} ${warnings === 1 ? 'field' : 'fields'} not honoured`,
  ].join(', ');

const columns = (onLine: OnLine): Column<ImportWarning>[] => [
  {
    id: 'line',
    header: 'Line',
    align: 'right',
    text: (warning) => warning.line,
    cell: (warning) => <LineLink line={warning.line} text={String(warning.line)} onLine={onLine} />,
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
    cell: (warning) => (
      <span title={warning.pointer} className="font-mono text-small">
        {warning.pointer}
      </span>
    ),
  },
];

function LineLink({ line, text, onLine }: { line: number; text: string; onLine: OnLine }) {
  return (
    <button
      type="button"
      title={`Show line ${line}`}
      onClick={() => onLine(line)}
      className="tabular underline"
    >
      {text}
    </button>
  );
}

function Refusal({ fault, onLine }: { fault: ActionFault; onLine: OnLine }) {
  return (
    <FormError>
      <p className="font-medium">Nothing was changed. {fault.fields.length === 0 && fault.message}</p>
      <ul className="mt-1 grid gap-1">
        {fault.fields.map((each) => (
          <li key={`${each.line} ${each.field} ${each.message}`}>
            {each.line !== undefined && (
              <LineLink line={each.line} text={`Line ${each.line}:`} onLine={onLine} />
            )}{' '}
            {each.message}
          </li>
        ))}
      </ul>
    </FormError>
  );
}
