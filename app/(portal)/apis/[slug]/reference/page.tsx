import type { Metadata } from 'next';
import Link from 'next/link';
import { currentActor } from '@/app/currentActor';
import { Markdown } from '@/components/portal/Markdown';
import { messagesOf } from '@/components/portal/messagesOf';
import { withoutPreflights } from '@/components/portal/operations';
import { type OwnKey, Reference } from '@/components/portal/Reference';
import { SocketAccess } from '@/components/portal/SocketAccess';
import { SocketClient } from '@/components/portal/SocketClient';
import { SocketRoutes } from '@/components/portal/SocketRoutes';
import type { SocketReference } from '@/lib/model/portal';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { productPage } from '../productPage';

export const metadata: Metadata = { title: 'Reference' };

export default async function ReferencePage({ params }: { params: Promise<{ slug: string }> }) {
  const page = await productPage((await params).slug);
  if (page.socket) return <SocketPage url={page.invokeUrl} socket={page.socket} />;
  const openapi = page.openapi ?? {};
  const keys = page.kind === 'REST' ? await ownKeys(await currentActor()) : [];
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-muted text-small">
        <a href={`/api/catalogue/${page.slug}/openapi`} className="text-accent-ink underline">
          Download the OpenAPI document
        </a>
        {page.kind === 'REST' ? (
          <Link href={`/apis/${page.slug}/sdks`} className="text-accent-ink underline">
            Download a client
          </Link>
        ) : (
          <span>An HTTP API knows no API keys: none is needed, and no plan counts its calls.</span>
        )}
      </p>
      <ApiProse info={openapi.info} />
      <Reference
        slug={page.slug}
        openapi={withoutPreflights(openapi)}
        invokeUrl={page.invokeUrl}
        keys={keys}
      />
    </>
  );
}

function SocketPage({ url, socket }: { url: string; socket: SocketReference }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2">
      <div className="min-w-0 space-y-8">
        <section className="space-y-2">
          <h2 className="font-semibold text-xl">Connecting</h2>
          <SocketAccess connect={socket.connect} />
        </section>
        <section className="space-y-2">
          <h2 className="font-semibold text-xl">Routes</h2>
          <p className="text-muted">
            A message goes to the route that{' '}
            <code className="font-mono text-small">{socket.routeSelectionExpression}</code> names.
          </p>
          <SocketRoutes socket={socket} />
        </section>
      </div>
      <section className="min-w-0 space-y-2">
        <h2 className="font-semibold text-xl">Try it</h2>
        <SocketClient url={url} samples={messagesOf(socket)} />
      </section>
    </div>
  );
}

/** What the API says of itself; swagger-ui's own head would repeat the page's. */
function ApiProse({ info }: { info: unknown }) {
  const text = typeof info === 'object' && info !== null && 'description' in info && info.description;
  return typeof text === 'string' && text !== '' ? <Markdown text={text} /> : null;
}

async function ownKeys(actor: Actor): Promise<OwnKey[]> {
  if (actor.kind !== 'user') return [];
  const apps = await control().portal.apps(actor);
  return apps.flatMap((app) =>
    app.keys.filter((key) => key.enabled).map((key) => ({ id: key.id, label: `${app.name} · ${key.hint}` })),
  );
}
