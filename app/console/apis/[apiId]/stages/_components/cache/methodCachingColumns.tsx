import { TriangleAlert } from 'lucide-react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { Column } from '@/components/ui/DataTable';
import { MethodBadge } from '@/components/ui/MethodBadge';
import type { CachedMethod } from './cachedMethods';

/** @param onEdit opens a method's own entry; absent for viewers */
export function methodCachingColumns(onEdit?: (method: CachedMethod) => void): Column<CachedMethod>[] {
  const actions: Column<CachedMethod> = {
    id: 'actions',
    header: 'Actions',
    width: '12ch',
    fixed: true,
    cell: (method) => (
      <Button
        size="sm"
        aria-label={`${verbOf(method)} caching of ${method.httpMethod} ${method.path}`}
        onClick={() => onEdit?.(method)}
      >
        {verbOf(method)}
      </Button>
    ),
  };
  return onEdit ? [...columns, actions] : columns;
}

const columns: Column<CachedMethod>[] = [
  {
    id: 'method',
    header: 'Method',
    fixed: true,
    text: (method) => `${method.path} ${method.httpMethod}`,
    cell: (method) => (
      <span className="flex min-w-0 items-center gap-2">
        <MethodBadge method={method.httpMethod} />
        <span className="min-w-0 truncate font-mono text-small" title={method.path}>
          {method.path}
        </span>
      </span>
    ),
  },
  {
    id: 'state',
    header: 'Answers',
    width: '18ch',
    text: stateText,
    cell: (method) => (
      <Badge tone={method.state === 'cached' ? 'success' : 'neutral'}>{stateText(method)}</Badge>
    ),
  },
  {
    id: 'by',
    header: 'Decided by',
    width: '14ch',
    text: (method) => (method.overridden ? 'method' : 'stage'),
    cell: (method) => (method.overridden ? 'The method' : <span className="text-muted">The stage</span>),
  },
  {
    id: 'key',
    header: 'Cache key',
    text: (method) => method.cacheKeyParameters.join(' '),
    cell: (method) => <CacheKey method={method} />,
  },
];

const verbOf = ({ overridden }: CachedMethod) => (overridden ? 'Change' : 'Override');

function stateText({ state, ttl }: CachedMethod): string {
  if (state === 'streams') return 'Streamed, never cached';
  return state === 'cached' ? `Cached ${ttl} s` : 'Not cached';
}

/** What tells two calls apart, and where it does not: the trap of AWS's cache. */
function CacheKey({ method }: { method: CachedMethod }) {
  const { cacheKeyParameters, collides } = method;
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      {cacheKeyParameters.length > 0 && (
        <span className="min-w-0 break-all font-mono text-small">{cacheKeyParameters.join(', ')}</span>
      )}
      {cacheKeyParameters.length === 0 && collides.length === 0 && (
        <span className="text-muted">The method alone</span>
      )}
      {collides.length > 0 && (
        <Badge
          tone="warning"
          title={`Add it to the cache key parameters of the method's integration, then deploy.`}
        >
          <TriangleAlert aria-hidden />
          Every {collides.join(', ')} gets one answer
        </Badge>
      )}
    </span>
  );
}
