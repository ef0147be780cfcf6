import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import type { Column } from '@/components/ui/DataTable';
import { IconButton } from '@/components/ui/IconButton';
import type { PermissionRow } from './PermissionRow';
import { apiOfSource, conditionLines, principalWords, sourceArnOf } from './permissionWords';

/** @param remove absent for viewers */
export function permissionColumns(
  functionName: string,
  remove?: (row: PermissionRow) => void,
): Column<PermissionRow>[] {
  const applies = ({ qualifier }: PermissionRow) =>
    qualifier === undefined ? functionName : `${functionName}:${qualifier}`;
  return [
    {
      id: 'sid',
      header: 'Statement id',
      fixed: true,
      text: ({ statement }) => statement.Sid,
      cell: ({ statement }) => <Mono text={statement.Sid} />,
    },
    {
      id: 'principal',
      header: 'Principal',
      text: ({ statement }) => principalWords(statement),
      cell: ({ statement }) => <Mono text={principalWords(statement)} />,
    },
    {
      id: 'source',
      header: 'Source',
      text: ({ api, statement }) => api?.name ?? sourceArnOf(statement),
      cell: (row) => <Source {...row} />,
    },
    {
      id: 'applies',
      header: 'Applies to',
      text: applies,
      cell: (row) => <Mono text={applies(row)} />,
    },
    {
      id: 'action',
      header: 'Action',
      text: ({ statement }) => statement.Action,
      cell: ({ statement }) => <Mono text={statement.Action} />,
    },
    {
      id: 'condition',
      header: 'Condition',
      text: ({ statement }) => conditionLines(statement).join(', '),
      cell: ({ statement }) => <Conditions statement={statement} />,
    },
    ...(remove
      ? [
          {
            id: 'remove',
            header: 'Remove',
            width: '8ch',
            fixed: true,
            // In reach however long the texts before it are.
            className: 'sticky right-0 bg-canvas',
            cell: (row: PermissionRow) => (
              <IconButton
                label={`Remove ${row.statement.Sid}`}
                className="size-7"
                onClick={() => remove(row)}
              >
                <Trash2 aria-hidden />
              </IconButton>
            ),
          },
        ]
      : []),
  ];
}

function Mono({ text }: { text: string }) {
  return (
    <span className="block max-w-[28ch] truncate font-mono text-small" title={text}>
      {text}
    </span>
  );
}

/** What it asks beside the source, which has a column of its own. */
function Conditions({ statement }: Pick<PermissionRow, 'statement'>) {
  const lines = conditionLines(statement);
  const others = lines.filter((line) => !isOfSource(line));
  if (others.length === 0)
    return <span className="text-muted">{lines.length > 0 ? 'Source only' : 'None'}</span>;
  return <Mono text={others.join(', ')} />;
}

const isOfSource = (line: string) => / aws:sourcearn /i.test(line);

/** The way to the API, and the part of it that may call; any other source by its ARN. */
function Source({ api, statement }: PermissionRow) {
  const arn = sourceArnOf(statement);
  if (arn === undefined) return <span className="text-muted">Any</span>;
  if (!api) return <Mono text={arn} />;
  return (
    <span className="flex max-w-[32ch] items-baseline gap-2" title={arn}>
      <Link href={api.href} className="truncate text-accent-ink underline">
        {api.name}
      </Link>
      <span className="truncate font-mono text-muted text-small">{apiOfSource(arn)?.place}</span>
    </span>
  );
}
