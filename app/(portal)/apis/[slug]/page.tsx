import Link from 'next/link';
import { CodeSamples } from '@/components/portal/CodeSamples';
import { LiveRequest } from '@/components/portal/LiveRequest';
import { Markdown } from '@/components/portal/Markdown';
import { easiestCall, type Operation, operations } from '@/components/portal/operations';
import { SocketSamples } from '@/components/portal/SocketSamples';
import { MethodBadge } from '@/components/ui/MethodBadge';
import type { CataloguePage, SocketReference } from '@/lib/model/portal';
import { productPage } from './productPage';

export default async function OverviewPage({ params }: { params: Promise<{ slug: string }> }) {
  const page = await productPage((await params).slug);
  const all = page.openapi ? operations(page.openapi) : [];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="min-w-0 space-y-8">
        {page.overview && <Markdown text={page.overview} />}
        {page.socket ? (
          <RouteList slug={page.slug} socket={page.socket} />
        ) : (
          <OperationList slug={page.slug} operations={all} />
        )}
      </div>
      {page.socket ? (
        <FirstMessage page={page} socket={page.socket} />
      ) : (
        <FirstCall page={page} operations={all} />
      )}
    </div>
  );
}

function OperationList({ slug, operations: list }: { slug: string; operations: Operation[] }) {
  return (
    <section aria-labelledby="operations">
      <h2 id="operations" className="mb-2 font-semibold text-xl">
        Operations
      </h2>
      <ul className="divide-y border-y">
        {list.map((operation) => (
          <li key={`${operation.method} ${operation.path}`}>
            <Link
              href={`/apis/${slug}/reference`}
              className="-mx-2 flex flex-wrap items-center gap-x-3 px-2 py-2 hover:bg-hover"
            >
              <MethodBadge method={operation.method} />
              <code className="break-all font-mono text-small">{operation.path}</code>
              <span className="min-w-0 break-words text-muted text-small">{operation.summary}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RouteList({ slug, socket }: { slug: string; socket: SocketReference }) {
  return (
    <section aria-labelledby="routes">
      <h2 id="routes" className="mb-2 font-semibold text-xl">
        Routes
      </h2>
      <ul className="divide-y border-y">
        {socket.routes.map(({ routeKey, operationName }) => (
          <li key={routeKey}>
            <Link
              href={`/apis/${slug}/reference`}
              className="-mx-2 flex flex-wrap items-center gap-x-3 px-2 py-2 hover:bg-hover"
            >
              <code className="break-all font-mono text-small">{routeKey}</code>
              <span className="min-w-0 break-words text-muted text-small">{operationName}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The call that a visitor can make at once, or with nothing but a key. */
function FirstCall({ page, operations: all }: { page: CataloguePage; operations: Operation[] }) {
  const first = easiestCall(all);
  if (!first) return null;
  const url = page.invokeUrl + first.path;
  return (
    <aside aria-label="First call" className="min-w-0 space-y-4">
      {first.credentials.length === 0 && <LiveRequest slug={page.slug} path={first.path} url={url} />}
      <CodeSamples call={{ method: 'GET', url, credentials: first.credentials }} />
    </aside>
  );
}

function FirstMessage({ page, socket }: { page: CataloguePage; socket: SocketReference }) {
  return (
    <aside aria-label="First message" className="min-w-0 space-y-4">
      <SocketSamples url={page.invokeUrl} socket={socket} />
    </aside>
  );
}
