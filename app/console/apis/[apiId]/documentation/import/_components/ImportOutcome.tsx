'use client';

import Link from 'next/link';
import { Badge } from '@/components/ui/Badge';
import type { ActionFault } from '@/components/ui/useAction';
import { ImportReport } from '../../../../new/_components/ImportReport';

/** What an import took and what it could not, or why it was refused, by line. */
export function ImportOutcome(props: {
  restApiId: string;
  outcome?: { imported: number; warnings: string[] };
  fault: ActionFault | null;
  onLine: (line: number) => void;
}) {
  const { outcome, fault } = props;
  if (fault) return <ImportReport fault={fault} onLine={props.onLine} />;
  if (!outcome)
    return (
      <p className="max-w-[60ch] text-muted">
        Parts come from x-amazon-apigateway-documentation, and from the descriptions, summaries and tags of
        the document. A part that is there already is replaced by the one of its location.
      </p>
    );
  const { imported, warnings } = outcome;
  return (
    <div role="status" className="grid gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="success">Imported</Badge>
        <span>
          {imported} {imported === 1 ? 'part' : 'parts'},{' '}
          {warnings.length === 0 ? 'nothing' : warnings.length} left out.
        </span>
        <Link
          href={`/console/apis/${props.restApiId}/documentation?show=parts`}
          className="text-accent-ink underline"
        >
          Look at them
        </Link>
      </p>
      {warnings.length > 0 && (
        <ul className="max-h-[50vh] divide-y overflow-y-auto border-y">
          {warnings.map((warning) => (
            <li key={warning} className="break-words py-1.5">
              {warning}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
