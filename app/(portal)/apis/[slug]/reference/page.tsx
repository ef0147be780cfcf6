import type { Metadata } from 'next';
import Link from 'next/link';
import { currentActor } from '@/app/currentActor';
import { Markdown } from '@/components/portal/Markdown';
import { withoutPreflights } from '@/components/portal/operations';
import { type OwnKey, Reference } from '@/components/portal/Reference';
import { SocketPage } from '@/components/portal/SocketPage';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { productPage } from '../productPage';

export const metadata: Metadata = { title: 'Reference' };

export default async function ReferencePage({ params }: { params: Promise<{ slug: string }> }) {
  const page = await productPage((await params).slug);
  if (page.socket) return <SocketPage url={page.invokeUrl} socket={page.socket} canTry />;
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
        tryItPath={`/api/try/${page.slug}`}
        openapi={withoutPreflights(openapi)}
        invokeUrl={page.invokeUrl}
        keys={keys}
      />
    </>
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
