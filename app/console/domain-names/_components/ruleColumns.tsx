import Link from 'next/link';
import { apiHref } from '@/components/console/places';
import type { Column } from '@/components/ui/DataTable';
import type { RuleRow } from './ruleRows';

const linkClass = 'block max-w-[20ch] truncate underline underline-offset-2 hover:text-accent-ink';
const EVERY = 'Every call';

/** In the order in which they are asked. */
export const ruleColumns: Column<RuleRow>[] = [
  {
    id: 'priority',
    header: 'Priority',
    align: 'right',
    fixed: true,
    text: ({ rule }) => rule.priority,
    cell: ({ rule }) => <span className="tabular-nums">{rule.priority.toLocaleString('en')}</span>,
  },
  {
    id: 'conditions',
    header: 'Conditions',
    fixed: true,
    text: ({ conditions }) => conditions.join(' and ') || EVERY,
    cell: ({ conditions }) =>
      conditions.length === 0 ? (
        <span className="text-muted">{EVERY}</span>
      ) : (
        <span title={conditions.join(' and ')} className="block max-w-[56ch] truncate">
          {conditions.map((condition, index) => (
            <span key={condition}>
              {index > 0 && <span className="text-muted"> and </span>}
              <span className="font-mono text-small">{condition}</span>
            </span>
          ))}
        </span>
      ),
  },
  {
    id: 'basePath',
    header: 'Base path',
    text: ({ basePath }) => basePath,
    cell: ({ basePath }) => basePath ?? <span className="text-muted">None</span>,
  },
  {
    id: 'api',
    header: 'API',
    text: ({ apiName, apiId }) => `${apiName ?? ''} ${apiId}`.trim(),
    cell: ({ apiName, apiId }) => (
      <Link
        href={apiHref({ id: apiId, kind: 'REST' })}
        title={`${apiName ?? ''} ${apiId}`}
        className={linkClass}
      >
        {apiName ?? apiId}
      </Link>
    ),
  },
  {
    id: 'stage',
    header: 'Stage',
    text: ({ stage }) => stage,
    cell: ({ apiId, stage }) => (
      <Link
        href={`${apiHref({ id: apiId, kind: 'REST' })}/stages?${new URLSearchParams({ stage })}`}
        title={stage}
        className={linkClass}
      >
        {stage}
      </Link>
    ),
  },
];
