import { TriangleAlert } from 'lucide-react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { Column } from '@/components/ui/DataTable';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
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
    width: '34ch',
    fixed: true,
    text: (method) => `${method.path} ${method.httpMethod}`,
    cell: (method) => (
      <span className="flex min-w-0 items-center gap-2">
        <MethodBadge method={method.httpMethod} />
        <MiddleEllipsis text={method.path} keep={10} className="font-mono text-small" />
      </span>
    ),
  },
  {
    id: 'state',
    header: 'Answers',
    width: '22ch',
    text: (method) => `${stateText(method)}${method.overridden ? ', own entry' : ''}`,
    cell: (method) => (
      <span className="inline-flex items-center gap-2">
        <Badge tone={method.state === 'cached' ? 'success' : 'neutral'}>{stateText(method)}</Badge>
        {method.overridden && <span className="text-muted text-small">own entry</span>}
      </span>
    ),
  },
  {
    id: 'key',
    header: 'Cache key',
    text: (method) => keyText(method),
    cell: (method) => (
      <span className="flex min-w-0 items-center gap-1.5" title={keyText(method)}>
        {method.collides.length > 0 && (
          <TriangleAlert className="size-3.5 shrink-0 text-warning" aria-hidden />
        )}
        <span className={method.collides.length > 0 ? 'truncate text-warning' : 'truncate text-muted'}>
          {keyText(method)}
        </span>
      </span>
    ),
  },
];

const verbOf = ({ overridden }: CachedMethod) => (overridden ? 'Change' : 'Override');

function stateText({ state, ttl }: CachedMethod): string {
  if (state === 'streams') return 'Streamed, never cached';
  return state === 'cached' ? `Cached ${ttl} s` : 'Not cached';
}

/** What tells two calls apart, after what does not. */
function keyText({ cacheKeyParameters, collides }: CachedMethod): string {
  const names = cacheKeyParameters.map((parameter) =>
    parameter.replace(/^(method|integration)\.request\./, ''),
  );
  const key = names.length > 0 ? names.join(', ') : 'The method alone';
  return collides.length > 0 ? `Ignores ${collides.join(', ')}` : key;
}
