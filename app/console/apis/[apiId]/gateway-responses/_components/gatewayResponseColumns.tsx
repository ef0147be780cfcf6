import Link from 'next/link';
import { Badge } from '@/components/ui/Badge';
import type { Column } from '@/components/ui/DataTable';
import type { GatewayResponseState } from '@/lib/model/gatewayResponse';
import { originWords, whenWords } from './gatewayResponseWords';

const headerPrefix = 'gatewayresponse.header.';
const headers = ({ responseParameters }: GatewayResponseState) =>
  Object.keys(responseParameters)
    .map((key) => key.replace(headerPrefix, ''))
    .join(', ');
const countWords = ({ responseParameters }: GatewayResponseState) =>
  Object.keys(responseParameters).length.toLocaleString('en');
const templates = ({ responseTemplates }: GatewayResponseState) => Object.keys(responseTemplates).join(', ');

export const gatewayResponseColumns: Column<GatewayResponseState>[] = [
  {
    id: 'type',
    header: 'Type',
    fixed: true,
    text: ({ responseType }) => responseType,
    cell: ({ responseType }) => (
      <Link href={`?response=${responseType}`} className="font-mono text-small hover:underline">
        {responseType}
      </Link>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    text: ({ statusCode }) => statusCode,
    cell: ({ statusCode }) =>
      statusCode ?? (
        <span className="text-muted" title="Each type keeps its own status">
          Own
        </span>
      ),
  },
  {
    id: 'state',
    header: 'State',
    text: originWords,
    cell: (state) => (
      <Badge tone={state.defaultResponse ? (state.inheritedFrom ? 'accent' : 'neutral') : 'success'}>
        {originWords(state)}
      </Badge>
    ),
  },
  {
    id: 'when',
    header: 'When',
    text: ({ responseType }) => whenWords[responseType],
    cell: ({ responseType }) => (
      <span title={whenWords[responseType]} className="text-muted">
        {whenWords[responseType]}
      </span>
    ),
  },
  {
    id: 'headers',
    header: 'Headers',
    align: 'right',
    sort: ({ responseParameters }) => Object.keys(responseParameters).length,
    text: headers,
    cell: (state) => <span title={headers(state)}>{countWords(state)}</span>,
  },
  {
    id: 'templates',
    header: 'Templates',
    hidden: true,
    text: templates,
    cell: (state) => <span className="font-mono text-small">{templates(state)}</span>,
  },
];
