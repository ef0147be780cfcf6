import Link from 'next/link';
import { apiHref, workspaces } from '@/components/console/places';
import type { Column } from '@/components/ui/DataTable';
import { mappedUrl } from './mappedUrl';
import { type MappingRow, shownBasePath } from './mappingRows';

export const actionColumn = { id: 'actions', header: 'Actions', width: '11ch', fixed: true };

const linkClass = 'block truncate underline underline-offset-2 hover:text-accent-ink';

/** @param domainName below which the paths are */
export const mappingColumns = (domainName: string): Column<MappingRow>[] => [
  {
    id: 'basePath',
    header: 'Base path',
    fixed: true,
    text: ({ basePath }) => shownBasePath(basePath),
    cell: ({ basePath }) => (
      <span
        title={basePath || 'Every call that no other base path fits'}
        className="block max-w-[32ch] truncate font-mono text-small"
      >
        {shownBasePath(basePath)}
      </span>
    ),
  },
  {
    id: 'api',
    header: 'API',
    text: ({ apiName, restApiId }) => `${apiName ?? ''} ${restApiId}`.trim(),
    cell: ({ apiName, restApiId, kind }) => (
      <Link
        href={apiHref({ id: restApiId, kind })}
        title={`${apiName ?? ''} ${restApiId}`}
        className={linkClass}
      >
        {apiName ?? restApiId}
      </Link>
    ),
  },
  {
    id: 'kind',
    header: 'Kind',
    text: ({ kind }) => workspaces[kind].word,
    cell: ({ kind }) => workspaces[kind].word,
  },
  {
    id: 'stage',
    header: 'Stage',
    text: ({ stage }) => stage || 'Named by the path',
    cell: ({ restApiId, kind, stage }) =>
      stage === '' ? (
        <span className="text-muted">Named by the path</span>
      ) : (
        <Link
          href={`${apiHref({ id: restApiId, kind })}/stages?${new URLSearchParams({ stage })}`}
          title={stage}
          className={linkClass}
        >
          {stage}
        </Link>
      ),
  },
  {
    id: 'answers',
    header: 'Answers',
    text: (row) => mappedUrl(domainName, row),
    cell: (row) => (
      <span title={mappedUrl(domainName, row)} className="block truncate font-mono text-muted text-small">
        {mappedUrl(domainName, row)}
      </span>
    ),
  },
];
