import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { type ApiProtocol, waysToCreate } from './waysToCreate';

const kinds: { protocol: ApiProtocol; name: string; sentence: string }[] = [
  {
    protocol: 'rest',
    name: 'REST API',
    sentence: 'Everything between client and backend: keys, plans, validation, templates, cache.',
  },
  {
    protocol: 'http',
    name: 'HTTP API',
    sentence: 'Routes before functions and URLs, with CORS and JWT built in; less per call.',
  },
  {
    protocol: 'websocket',
    name: 'WebSocket API',
    sentence: 'Connections that stay open; messages choose their route, backends answer at any time.',
  },
];

/** Which kind of API is made; each is a link, so that the address says it. */
export function KindChoice({ protocol }: { protocol: ApiProtocol }) {
  return (
    <nav aria-label="Kind of API" className="grid max-w-5xl gap-2 md:grid-cols-3">
      {kinds.map((kind) => (
        <Link
          key={kind.protocol}
          href={waysToCreate(kind.protocol)[0]?.href ?? '/console/apis/new'}
          aria-current={kind.protocol === protocol ? 'true' : undefined}
          className={cn(
            'grid content-start gap-0.5 rounded-md border border-line-strong px-3 py-2 hover:bg-hover',
            kind.protocol === protocol && 'border-accent bg-selected hover:bg-selected',
          )}
        >
          <span className="font-medium">{kind.name}</span>
          <span className="text-muted text-small">{kind.sentence}</span>
        </Link>
      ))}
    </nav>
  );
}
